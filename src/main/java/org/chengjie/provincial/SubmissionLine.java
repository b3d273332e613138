package org.chengjie.provincial;

import org.chengjie.plan.Item;

/**
 * An item as it goes up to the ministry: what its approved school rows and the province's own row
 * come to (spec P3).
 *
 * @param schools how many schools undertake it; a school has one row an item, so rows too
 * @param schoolQuantity 0 where the item takes none
 * @param own whether the province undertakes it itself
 * @param ownBodies 承接单位 of the province; empty where it does not
 */
public record SubmissionLine(
        Item item,
        int schools,
        long schoolQuantity,
        boolean own,
        long ownQuantity,
        String ownBodies,
        FiveFunds funds) {

    static SubmissionLine of(Item item, SchoolFigures approved, OwnRow own) {
        var quantity = own.quantity();
        return new SubmissionLine(
                item,
                approved.schools(),
                approved.quantity(),
                own.undertaken(),
                quantity == null ? 0 : quantity,
                own.bodies(),
                new FiveFunds(approved.funds(), own.provincial()));
    }

    /** Whether anybody undertakes it: only such items go up. */
    boolean undertaken() {
        return schools > 0 || own;
    }

    /** 承接数量: of the schools and of the province. */
    public long quantity() {
        return schoolQuantity + ownQuantity;
    }

    /** 承接单位, and rows: the schools, and one for the province itself. */
    public int units() {
        return schools + (own ? 1 : 0);
    }
}
