package org.chengjie.plan.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chengjie.plan.Edit;
import org.chengjie.plan.PlanField;
import org.chengjie.plan.PlanRow;
import org.chengjie.plan.Undertaker;
import org.chengjie.plan.web.FieldView.Option;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** The forms of the catalogue: what is sent, and what is shown. */
final class Edits {

    private Edits() {}

    static boolean mayChange(Actor clerk) {
        return clerk.role() == Role.ADMIN;
    }

    static Edit sent(MultiValueMap<String, String> fields) {
        var typed = new EnumMap<PlanField, String>(PlanField.class);
        for (var field : PlanField.values()) {
            var text = fields.getFirst(field.key());
            if (text != null) {
                typed.put(field, text);
            }
        }
        return new Edit(
                version(Objects.requireNonNullElse(fields.getFirst("version"), "0")),
                typed,
                Objects.requireNonNullElse(fields.getFirst("reason"), ""),
                "yes".equals(fields.getFirst("confirmed")) ? fields.getFirst("seen") : null);
    }

    private static long version(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static List<FieldView> fields(
            List<PlanField> asked,
            Map<PlanField, String> values,
            Map<PlanField, String> faults,
            List<PlanRow> rows) {
        return asked.stream()
                .map(field ->
                        new FieldView(
                                field,
                                values.getOrDefault(field, ""),
                                options(field, rows),
                                faults.getOrDefault(field, ""),
                                hint(field)))
                .toList();
    }

    private static List<Option> options(PlanField field, List<PlanRow> rows) {
        return switch (field) {
            case TAKES_QUANTITY -> List.of(new Option("是", "是"), new Option("否", "否"));
            case UNDERTAKER ->
                    Stream.of(Undertaker.values())
                            .map(Labels::of)
                            .map(label -> new Option(label, label))
                            .toList();
            case AREA_NO ->
                    rows.stream()
                            .map(row ->
                                    new Option(
                                            String.valueOf(row.areaNo()),
                                            row.areaNo() + "　" + row.area()))
                            .distinct()
                            .toList();
            case NAME,
                    AREA,
                    TASK_NO,
                    TASK,
                    DEPARTMENTS,
                    CLAUSES,
                    ITEM_NO,
                    TITLE,
                    UNIT,
                    NATIONAL_TARGET,
                    TARGET_NOTE,
                    PLACE ->
                    List.of();
        };
    }

    private static String hint(PlanField field) {
        return switch (field) {
            case CLAUSES -> "方案原文的条款编号，几条之间用“;”隔开；条款的文字随计划的文件导入，计划开始后不再改动";
            case ITEM_NO -> "任务序号，或任务序号加“.”和数字，例如 3.4";
            case UNIT -> "例如“所”；不填承接数量的条目不填";
            case NATIONAL_TARGET -> "整数；没有数字目标的不填";
            case TARGET_NOTE -> "不是数字的目标，例如“≥50%”";
            case PLACE -> "第几个，从 1 数起";
            case NAME -> "显示在每页上方；已打印的盖章件和已公布的附件仍用原来的名称";
            case AREA_NO, AREA, TASK_NO, TASK, DEPARTMENTS, TITLE, TAKES_QUANTITY, UNDERTAKER -> "";
        };
    }

    static HttpStatus status(Refusal refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> throw refused;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
