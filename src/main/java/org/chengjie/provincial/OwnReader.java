package org.chengjie.provincial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.filing.Reading;
import org.chengjie.plan.Item;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/** Reads typed rows against the own form: what is to be written, what is at fault, what clashes. */
class OwnReader {

    /** The longest 承接单位, in characters. */
    static final int LONGEST = 200;

    private final OwnForm form;
    private final Map<String, Item> items;
    private final Set<Long> taken = new HashSet<>();
    private final List<OwnWritten> written = new ArrayList<>();
    private final List<OwnFault> faults = new ArrayList<>();
    private final List<OwnClash> clashes = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    OwnReader(OwnForm form) {
        this.form = form;
        this.items = form.items().stream().collect(Collectors.toMap(Item::no, Function.identity()));
    }

    List<OwnWritten> written() {
        return written;
    }

    List<OwnFault> faults() {
        return faults;
    }

    List<OwnClash> clashes() {
        return clashes;
    }

    /** What really changes, cell by cell, for the audit (spec X1). */
    List<Change> changes() {
        return changes;
    }

    void read(TypedOwnRow typed) {
        var item = items.get(typed.itemNo());
        if (item == null) {
            faults.add(new OwnFault(typed.itemNo(), null, "不在省级可承接的范围内，没有保存。"));
            return;
        }
        if (!taken.add(item.id())) {
            faults.add(new OwnFault(item.no(), null, "同一次保存里出现了两次，只保存了第一次。"));
            return;
        }
        var stored = form.row(item);
        var values = values(item, stored, typed);
        if (stored.says(typed.undertaken(), values)) {
            return;
        }
        if (typed.version() != stored.version()) {
            clashes.add(new OwnClash(item.no(), stored));
            return;
        }
        written.add(new OwnWritten(item, stored.version(), typed.undertaken(), values));
        tell(item, stored, typed.undertaken(), values);
    }

    /** Quantity and bodies belong to a ticked row only; 省财政投入 stands without the tick. */
    private OwnValues values(Item item, OwnRow stored, TypedOwnRow typed) {
        // In the order of the page, so that its faults are listed in it.
        var quantity = typed.undertaken() ? quantity(item, stored, typed) : null;
        var bodies = typed.undertaken() ? bodies(item, stored, typed) : "";
        return new OwnValues(quantity, bodies, funds(item, stored, typed));
    }

    private @Nullable Long quantity(Item item, OwnRow stored, TypedOwnRow typed) {
        var text = typed.cells().get(OwnCell.QUANTITY);
        if (text == null) {
            return stored.quantity();
        }
        if (!item.takesQuantity()) {
            if (!text.isBlank() && !text.strip().equals("-")) {
                faults.add(new OwnFault(item.no(), OwnCell.QUANTITY, "这一条不填承接数量。"));
            }
            return null;
        }
        return number(item, OwnCell.QUANTITY, Reading.quantity(text), stored.quantity());
    }

    private @Nullable Amount funds(Item item, OwnRow stored, TypedOwnRow typed) {
        var text = typed.cells().get(OwnCell.PROVINCIAL);
        if (text == null) {
            return stored.funds();
        }
        var before = stored.funds();
        var yuan =
                number(
                        item,
                        OwnCell.PROVINCIAL,
                        Reading.amount(text),
                        before == null ? null : before.yuan());
        return yuan == null ? null : new Amount(yuan);
    }

    private String bodies(Item item, OwnRow stored, TypedOwnRow typed) {
        var text = typed.cells().get(OwnCell.BODIES);
        if (text == null) {
            return stored.bodies();
        }
        var tidy = text.strip().replaceAll("\\s+", " ");
        int length = tidy.codePointCount(0, tidy.length());
        if (length > LONGEST) {
            faults.add(
                    new OwnFault(
                            item.no(),
                            OwnCell.BODIES,
                            "最多 " + LONGEST + " 字，现在是 " + length + " 字。"));
            return stored.bodies();
        }
        return tidy;
    }

    private @Nullable Long number(Item item, OwnCell cell, Reading reading, @Nullable Long stored) {
        return switch (reading) {
            case Reading.Blank() -> null;
            case Reading.Whole(long value) -> value;
            case Reading.Fault(String words) -> {
                faults.add(new OwnFault(item.no(), cell, words));
                yield stored;
            }
        };
    }

    private void tell(Item item, OwnRow stored, boolean undertaken, OwnValues values) {
        if (undertaken != stored.undertaken()) {
            changes.add(
                    new Change(
                            item.no() + " 省级承接", undertaken ? "否" : "是", undertaken ? "是" : "否"));
        }
        var before = OwnValues.of(stored);
        for (var cell : OwnCell.values()) {
            if (!before.plain(cell).equals(values.plain(cell))) {
                changes.add(
                        new Change(
                                item.no() + " " + Labels.of(cell),
                                before.plain(cell),
                                values.plain(cell)));
            }
        }
    }
}
