package org.chengjie.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed rows against the form they were typed into: what is to be written, what is at fault,
 * what clashes.
 */
class FormReader {

    private final Form form;
    private final Intent intent;
    private final Map<String, Item> items;
    private final Set<Long> taken = new HashSet<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    FormReader(Form form, Intent intent) {
        this.form = form;
        this.intent = intent;
        this.items = form.items().stream().collect(Collectors.toMap(Item::no, Function.identity()));
    }

    List<Written> written() {
        return written;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Clash> clashes() {
        return clashes;
    }

    /** What really changes, cell by cell, for the audit (spec X1). */
    List<Change> changes() {
        return changes;
    }

    void read(TypedRow typed) {
        var item = items.get(typed.itemNo());
        if (item == null) {
            faults.add(new Fault(typed.itemNo(), null, "不在本校可承接的范围内，没有保存。"));
            return;
        }
        if (!taken.add(item.id())) {
            faults.add(new Fault(item.no(), null, "同一次保存里出现了两次，只保存了第一次。"));
            return;
        }
        var stored = form.row(item);
        boolean undertaken = intent == Intent.MEND || typed.undertaken();
        var values = undertaken ? values(item, stored.values(), typed) : Values.BLANK;
        boolean same = undertaken == stored.undertaken() && values.equals(stored.values());
        // Where an earlier save of the row may still be on its way, the same content is written
        // once more: its new version shuts that one out.
        if (same && !(typed.inDoubt() && typed.version() == stored.version())) {
            return;
        }
        if (!mayChange(stored)) {
            faults.add(
                    new Fault(
                            item.no(),
                            null,
                            "现在是“" + Labels.of(stored.stage()) + "”，不能在这里修改，没有保存。"));
            return;
        }
        if (typed.version() != stored.version()) {
            clashes.add(new Clash(item.no(), stored));
            return;
        }
        written.add(new Written(item, stored, undertaken, values));
        tell(item, stored, undertaken, values);
    }

    /** Whether the row is stored just as it is typed. */
    boolean isStored(TypedRow typed) {
        var item = items.get(typed.itemNo());
        if (item == null) {
            return false;
        }
        var stored = form.row(item);
        var values = typed.undertaken() ? values(item, stored.values(), typed) : Values.BLANK;
        return typed.undertaken() == stored.undertaken()
                && values.equals(stored.values())
                && faults.isEmpty();
    }

    /**
     * A form is filed in its drafts and mended in its returned rows; the others a page may send
     * along only as they are.
     */
    private boolean mayChange(Undertaking stored) {
        return stored.stage() == (intent == Intent.MEND ? Stage.RETURNED : Stage.DRAFT);
    }

    private Values values(Item item, Values stored, TypedRow typed) {
        var read = new EnumMap<Cell, @Nullable Long>(Cell.class);
        // In the order of the page, so that its faults are listed in it.
        for (var cell : Cell.values()) {
            var text = typed.cells().get(cell);
            if (text != null) {
                read(item, cell, text, read);
            }
        }
        return stored.with(read);
    }

    private void read(Item item, Cell cell, String text, Map<Cell, @Nullable Long> read) {
        if (cell == Cell.QUANTITY && !item.takesQuantity()) {
            if (!text.isBlank() && !text.strip().equals("-")) {
                faults.add(new Fault(item.no(), cell, "这一条不填承接数量。"));
            }
            return;
        }
        switch (Reading.of(cell, text)) {
            case Reading.Blank() -> read.put(cell, null);
            case Reading.Whole(long value) -> read.put(cell, value);
            case Reading.Fault(String words) -> faults.add(new Fault(item.no(), cell, words));
        }
    }

    private void tell(Item item, Undertaking stored, boolean undertaken, Values values) {
        if (undertaken != stored.undertaken()) {
            changes.add(
                    new Change(
                            item.no() + " 是否承接", undertaken ? "否" : "是", undertaken ? "是" : "否"));
        }
        for (var cell : values.differences(stored.values())) {
            changes.add(
                    new Change(
                            item.no() + " " + Labels.of(cell),
                            stored.values().plain(cell),
                            values.plain(cell)));
        }
    }
}
