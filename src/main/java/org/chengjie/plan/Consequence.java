package org.chengjie.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Labels;

/**
 * What a change does to what has been filed: refused, or to be confirmed by whoever makes it.
 * Nothing that has been filed on is altered silently.
 *
 * @param refused whether it cannot be at all
 */
public record Consequence(PlanField field, boolean refused, String words) {

    /** Of the changes of an item or a task, from what has been filed on it. */
    static List<Consequence> of(
            Map<PlanField, String> before, Map<PlanField, String> after, Filed filed) {
        var all = new ArrayList<Consequence>();
        for (var field : PlanField.values()) {
            var from = before.get(field);
            var to = after.get(field);
            if (from != null && to != null && !from.equals(to)) {
                judge(field, from, to, filed, all);
            }
        }
        return all;
    }

    /** Of taking an item out of an opened plan. */
    static List<Consequence> ofRetiring(Filed filed) {
        return filed.undertaken()
                ? List.of(new Consequence(PlanField.UNDERTAKER, false, closed(filed)))
                : List.of();
    }

    private static void judge(
            PlanField field, String from, String to, Filed filed, List<Consequence> all) {
        switch (field) {
            case ITEM_NO -> {
                if (!filed.nothing()) {
                    all.add(
                            refused(
                                    field,
                                    "已有填报（" + filed.words() + "）按编号 " + from + " 认这一条，不能改编号。"));
                }
            }
            case TAKES_QUANTITY -> {
                if (!filed.nothing()) {
                    all.add(refused(field, "已有填报（" + filed.words() + "），不能改是否填承接数量。请停用这一条，另加一条。"));
                }
            }
            case UNIT -> {
                if (filed.counted()) {
                    all.add(
                            new Consequence(
                                    field,
                                    false,
                                    "已填的数量按“%s”计，改为“%s”后数字不变、含义变了：%s。各单位会在填报页看到这次修订。"
                                            .formatted(from, to, filed.words())));
                }
            }
            case TITLE, TASK -> {
                if (filed.undertaken()) {
                    all.add(
                            new Consequence(
                                    field,
                                    false,
                                    "已有 %s 按原来的文字填报，内容保留不动。各单位会在填报页看到这次修订；已打印的盖章件仍按原来的文字查验。"
                                            .formatted(filed.words())));
                }
            }
            case UNDERTAKER -> {
                if (closes(from, to, filed)) {
                    all.add(new Consequence(field, false, closed(filed)));
                }
            }
            case NAME,
                    AREA_NO,
                    AREA,
                    TASK_NO,
                    DEPARTMENTS,
                    CLAUSES,
                    NATIONAL_TARGET,
                    TARGET_NOTE,
                    PLACE -> {}
        }
    }

    /** Whether somebody who has filed may undertake it no longer. */
    private static boolean closes(String from, String to, Filed filed) {
        boolean schools =
                from.equals(Labels.of(Undertaker.SCHOOL))
                        && !to.equals(Labels.of(Undertaker.SCHOOL));
        boolean provinces =
                to.equals(Labels.of(Undertaker.MINISTRY))
                        || to.equals(Labels.of(Undertaker.CLOSED));
        return (schools && filed.rows() > 0) || (provinces && filed.ownProvinces() > 0);
    }

    private static String closed(Filed filed) {
        return "已有 " + filed.words() + "。这些行全部保留，可以继续填写、提交和审核；取消承接后不能再选。其他单位不再看到这一条。";
    }

    private static Consequence refused(PlanField field, String words) {
        return new Consequence(field, true, words);
    }
}
