package org.chengjie.plan;

/**
 * What has been filed on an item, or on all items of a task.
 *
 * @param saved rows of schools, also those no longer ticked
 * @param rows those that are undertaken
 * @param schools whose rows these are
 * @param provinces that these schools are in
 * @param submitted how many of the rows have been handed in
 * @param quantities how many hold a quantity
 * @param ownSaved rows of provinces themselves
 * @param ownProvinces provinces that undertake it or give funds
 * @param ownQuantities of those, how many hold a quantity
 */
public record Filed(
        int saved,
        int rows,
        int schools,
        int provinces,
        int submitted,
        int quantities,
        int ownSaved,
        int ownProvinces,
        int ownQuantities) {

    public static final Filed NOTHING = new Filed(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public boolean nothing() {
        return saved == 0 && ownSaved == 0;
    }

    public boolean undertaken() {
        return rows > 0 || ownProvinces > 0;
    }

    boolean counted() {
        return quantities > 0 || ownQuantities > 0;
    }

    /** {@code 2 省 3 所学校的 3 行（已提交 1 行），1 个省的省级承接}. */
    public String words() {
        var theirs = "%d 省 %d 所学校的 %d 行（已提交 %d 行）".formatted(provinces, schools, rows, submitted);
        var own = ownProvinces + " 个省的省级承接";
        if (rows == 0 && ownProvinces == 0) {
            return "学校和省厅存过的 " + (saved + ownSaved) + " 行";
        }
        return ownProvinces == 0 ? theirs : rows == 0 ? own : theirs + "，" + own;
    }

    /** Names what somebody confirmed, so that more that was filed since asks anew. */
    public String seen() {
        return "%d.%d.%d.%d.%d".formatted(saved, rows, submitted, ownSaved, ownProvinces);
    }
}
