package org.chengjie.plan;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in the fields of a plan, wherever they are typed: in a form of the ministry or in
 * a file (spec C1-C3).
 */
final class RowCheck {

    static final String YES = "是";
    static final String NO = "否";

    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern ITEM_NO = Pattern.compile("([1-9][0-9]{0,3})(\\.[1-9][0-9]?)?");
    private static final Set<PlanField> MAY_BE_EMPTY =
            Set.of(
                    PlanField.CLAUSES,
                    PlanField.UNIT,
                    PlanField.NATIONAL_TARGET,
                    PlanField.TARGET_NOTE);

    private RowCheck() {}

    /** As it is stored: without blanks around it, numbers in plain digits. */
    static Map<PlanField, String> tidy(Map<PlanField, String> typed) {
        var tidy = new EnumMap<PlanField, String>(PlanField.class);
        typed.forEach((field, text) -> tidy.put(field, tidy(field, text)));
        return tidy;
    }

    private static String tidy(PlanField field, String text) {
        var plain = text.strip();
        return switch (field) {
            case AREA_NO, TASK_NO, ITEM_NO, PLACE ->
                    Normalizer.normalize(plain, Normalizer.Form.NFKC);
            case NATIONAL_TARGET ->
                    Normalizer.normalize(plain, Normalizer.Form.NFKC).replace(",", "");
            case CLAUSES -> plain.replaceAll("[；;，,、\\s]+", ";").replaceAll("^;|;$", "");
            case TAKES_QUANTITY -> plain.isEmpty() ? NO : plain;
            default -> plain;
        };
    }

    /**
     * What is wrong with tidy fields, each by itself and with its neighbours; those that are not
     * among them are not judged.
     *
     * @param clauses what the plan's text has; empty where it has no text
     */
    static Map<PlanField, String> faults(Map<PlanField, String> fields, Set<String> clauses) {
        var faults = new EnumMap<PlanField, String>(PlanField.class);
        fields.forEach((field, text) -> {
            var fault = fault(field, text, clauses);
            if (fault != null) {
                faults.put(field, fault);
            }
        });
        together(fields).forEach(faults::putIfAbsent);
        return faults;
    }

    private static @Nullable String fault(PlanField field, String text, Set<String> clauses) {
        if (text.isEmpty()) {
            return MAY_BE_EMPTY.contains(field) ? null : "还没有填。";
        }
        if (text.length() > longest(field)) {
            return "最多 " + longest(field) + " 字，现在是 " + text.length() + " 字。";
        }
        return switch (field) {
            case AREA_NO, TASK_NO, PLACE, NATIONAL_TARGET ->
                    WHOLE.matcher(text).matches()
                            ? null
                            : "应为不小于 1 的整数，最多 10 位，现在填的是“" + text + "”。";
            case ITEM_NO ->
                    ITEM_NO.matcher(text).matches()
                            ? null
                            : "应为任务序号，或任务序号加“.”和数字，例如 3 或 3.2，现在填的是“" + text + "”。";
            case CLAUSES -> unknown(text, clauses);
            case TAKES_QUANTITY ->
                    text.equals(YES) || text.equals(NO) ? null : "应为“是”或“否”，现在填的是“" + text + "”。";
            case UNDERTAKER ->
                    undertaker(text).isPresent()
                            ? null
                            : "应为" + choices() + "，现在填的是“" + text + "”。";
            case NAME, AREA, TASK, DEPARTMENTS, TITLE, UNIT, TARGET_NOTE -> null;
        };
    }

    private static Map<PlanField, String> together(Map<PlanField, String> fields) {
        var faults = new EnumMap<PlanField, String>(PlanField.class);
        var takes = fields.get(PlanField.TAKES_QUANTITY);
        var unit = fields.getOrDefault(PlanField.UNIT, "");
        if (YES.equals(takes) && unit.isEmpty()) {
            faults.put(PlanField.UNIT, "填承接数量的条目要有单位，例如“所”。");
        }
        if (NO.equals(takes) && !unit.isEmpty()) {
            faults.put(PlanField.UNIT, "不填承接数量的条目没有单位，请清空，或把“填承接数量”改为“是”。");
        }
        if (NO.equals(takes) && !fields.getOrDefault(PlanField.NATIONAL_TARGET, "").isEmpty()) {
            faults.put(PlanField.NATIONAL_TARGET, "不填承接数量的条目没有数字目标，请写在“目标说明”里。");
        }
        var task = fields.getOrDefault(PlanField.TASK_NO, "");
        var item = fields.getOrDefault(PlanField.ITEM_NO, "");
        if (!task.isEmpty()
                && !item.isEmpty()
                && !item.equals(task)
                && !item.startsWith(task + ".")) {
            faults.put(
                    PlanField.ITEM_NO,
                    "应为 " + task + " 或 " + task + ".1、" + task + ".2 这样的编号，现在是“" + item + "”。");
        }
        return faults;
    }

    static Optional<Undertaker> undertaker(String label) {
        return Stream.of(Undertaker.values())
                .filter(one -> Labels.of(one).equals(label))
                .findFirst();
    }

    private static @Nullable String unknown(String text, Set<String> clauses) {
        if (clauses.isEmpty()) {
            return null;
        }
        var unknown =
                Stream.of(text.split(";", -1))
                        .filter(no -> !clauses.contains(no))
                        .collect(Collectors.joining("、"));
        return unknown.isEmpty() ? null : "方案里没有这些条款：" + unknown + "。";
    }

    private static String choices() {
        return Stream.of(Undertaker.values())
                .map(one -> "“" + Labels.of(one) + "”")
                .collect(Collectors.joining("、"));
    }

    static int longest(PlanField field) {
        return switch (field) {
            case TASK, TITLE -> 300;
            case DEPARTMENTS, CLAUSES, TARGET_NOTE -> 200;
            case NAME, AREA -> 60;
            case UNIT -> 10;
            case AREA_NO, TASK_NO, ITEM_NO, TAKES_QUANTITY, NATIONAL_TARGET, UNDERTAKER, PLACE ->
                    20;
        };
    }
}
