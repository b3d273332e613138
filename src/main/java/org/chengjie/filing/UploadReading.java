package org.chengjie.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a file against the form as it stands. A row that the file has not changed stays
 * as it is, whatever was done to it since; one that both have changed is a conflict (spec F7).
 */
final class UploadReading {

    private final Form form;
    private final SentForm sent;
    private final Intent intent;
    private final Verdict verdict;
    private final Map<String, Item> items;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final List<RowChange> conflicts = new ArrayList<>();
    private final List<String> newer = new ArrayList<>();
    private final List<UploadPreview.CellFault> faults;

    UploadReading(Form form, SentForm sent, Actor school) {
        this.form = form;
        this.sent = sent;
        this.intent = intent(form);
        this.verdict = form.verdict(intent, school.arrived());
        this.items = form.items().stream().collect(Collectors.toMap(Item::no, Function.identity()));
        this.faults = new ArrayList<>(sent.faults());
    }

    /** A submitted form is filed no more; what was returned of it can be mended (spec R3). */
    private static Intent intent(Form form) {
        var filing = form.filing();
        return filing != null && filing.submitted() && filing.count(Stage.RETURNED) > 0
                ? Intent.MEND
                : Intent.FILE;
    }

    UploadPreview read(Upload upload) {
        sent.lines().forEach(this::read);
        var after = changes.stream().collect(Collectors.toMap(RowChange::item, RowChange::after));
        return new UploadPreview(
                upload,
                intent,
                verdict,
                changes,
                conflicts,
                faults,
                newer,
                form.items().stream().map(Item::no).filter(no -> !rowOf.containsKey(no)).toList(),
                form.ticked(),
                Totals.of(
                        form.items(),
                        item -> after.getOrDefault(item, form.row(item)),
                        row -> true),
                UploadPreview.seen(intent, Stream.concat(changes.stream(), conflicts.stream())));
    }

    private void read(SentForm.Line line) {
        var no = line.key().itemNo();
        var first = rowOf.putIfAbsent(no, line.row().number());
        if (first != null) {
            fault(line, TemplateColumn.UNDERTAKEN, no + " 与第 " + first + " 行重复，请只留一行。");
            return;
        }
        var item = items.get(no);
        int before = faults.size();
        var content = content(item, line);
        if (content == null || faults.size() > before) {
            return;
        }
        boolean touched = !content.text().equals(line.key().content());
        if (item == null) {
            if (touched) {
                fault(line, TemplateColumn.UNDERTAKEN, no + " 现在不在本校可承接的范围内。请改回原样，或删去这一行。");
            }
            return;
        }
        compare(line, new RowChange(item, form.row(item), content), touched);
    }

    private void compare(SentForm.Line line, RowChange change, boolean touched) {
        var now = Content.of(change.stored());
        if (now.equals(change.sent())) {
            return;
        }
        if (!touched) {
            newer.add(change.item().no());
        } else if (verdict.allowed() && !mayChange(change.stored())) {
            fault(
                    line,
                    TemplateColumn.UNDERTAKEN,
                    "%s 现在是“%s”，不能修改。请改回：%s。"
                            .formatted(
                                    change.item().no(),
                                    Labels.of(change.stored().stage()),
                                    words(change.item(), now)));
        } else if (intent == Intent.MEND && verdict.allowed() && !change.sent().undertaken()) {
            fault(line, TemplateColumn.UNDERTAKEN, "退回修改的任务不能取消承接。请选“是”，改好后再提交。");
        } else if (line.key().version() != change.stored().version()
                && !line.key().content().equals(now.text())) {
            conflicts.add(change);
        } else {
            changes.add(change);
        }
    }

    private boolean mayChange(Undertaking stored) {
        return stored.stage() == (intent == Intent.MEND ? Stage.RETURNED : Stage.DRAFT);
    }

    /** What a line says; null where nobody can tell. */
    private @Nullable Content content(@Nullable Item item, SentForm.Line line) {
        var undertaken = undertaken(line);
        if (undertaken == null) {
            return null;
        }
        boolean filled =
                line.cells().values().stream().anyMatch(text -> !text.isEmpty() && !dash(text));
        if (!undertaken) {
            // Whoever takes back a row leaves its numbers; whoever fills in a new one forgot to.
            if (filled && line.key().content().startsWith("0")) {
                fault(line, TemplateColumn.UNDERTAKEN, "填了数字，但“是否承接”不是“是”。要承接请选“是”，不承接请清空这一行的数字。");
                return null;
            }
            if (filled && line.undertaken().isEmpty()) {
                fault(line, TemplateColumn.UNDERTAKEN, "还没有选。要承接请选“是”，不承接请选“否”。");
                return null;
            }
            return new Content(false, Values.BLANK);
        }
        var values = new EnumMap<Cell, @Nullable Long>(Cell.class);
        for (var cell : Cell.values()) {
            read(item, line, cell, values);
        }
        return new Content(true, Values.BLANK.with(values));
    }

    private void read(
            @Nullable Item item, SentForm.Line line, Cell cell, Map<Cell, @Nullable Long> values) {
        var text = line.cells().getOrDefault(cell, "");
        if (cell == Cell.QUANTITY && item != null && !item.takesQuantity()) {
            if (!text.isEmpty() && !dash(text)) {
                fault(line, TemplateColumn.QUANTITY, "这一条不填承接数量，请改回“-”。");
            }
            return;
        }
        switch (Reading.of(cell, cell == Cell.QUANTITY && dash(text) ? "" : text)) {
            case Reading.Blank() -> values.put(cell, null);
            case Reading.Whole(long value) -> values.put(cell, value);
            case Reading.Fault(String words) -> fault(line, TemplateColumn.of(cell), words);
        }
    }

    private @Nullable Boolean undertaken(SentForm.Line line) {
        return switch (line.undertaken().toUpperCase(Locale.ROOT)) {
            case "是", "√", "✓", "✔" -> true;
            case "否", "×", "", "-" -> false;
            default -> {
                fault(
                        line,
                        TemplateColumn.UNDERTAKEN,
                        "应为“是”或“否”，现在填的是“" + line.undertaken() + "”。");
                yield null;
            }
        };
    }

    private static boolean dash(String text) {
        return text.matches("[-－—–]");
    }

    private void fault(SentForm.Line line, TemplateColumn column, String words) {
        faults.add(sent.fault(line.row(), column, words));
    }

    private static String words(Item item, Content now) {
        if (!now.undertaken()) {
            return "不承接";
        }
        return Stream.of(Cell.values())
                .filter(cell -> cell != Cell.QUANTITY || item.takesQuantity())
                .map(cell -> Labels.of(cell) + " " + now.values().shown(cell))
                .collect(Collectors.joining("，"));
    }
}
