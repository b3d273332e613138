package org.chengjie.filing.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.ContactEdit;
import org.chengjie.filing.Saved;
import org.chengjie.filing.TypedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a request brings of the form: any of its rows, the contact if it was sent, the rows ticked
 * as ready; rows that came back as the page had them are left out. Field names end in the item's
 * number: {@code version-3.2}, {@code on-3.2}, {@code self-raised-3.2}, {@code ready-3.2}, and
 * {@code doubt-3.2} where an earlier save of the row has had no answer.
 *
 * @param contact null where the request brings none
 */
record TypedForm(List<TypedRow> rows, @Nullable ContactEdit contact, Set<String> ready) {

    private static final String VERSION = "version-";
    private static final String READY = "ready-";
    private static final String WAS = "was-";

    static TypedForm of(MultiValueMap<String, String> fields) {
        var rows = new ArrayList<TypedRow>();
        var ready = new HashSet<String>();
        for (var name : fields.keySet()) {
            if (name.startsWith(VERSION)) {
                var made = Objects.requireNonNullElse(fields.getFirst(name), "");
                var row = row(fields, name.substring(VERSION.length()), made);
                if (row.inDoubt() || !untouched(row, made)) {
                    rows.add(row);
                }
            } else if (name.startsWith(READY)) {
                ready.add(name.substring(READY.length()));
            }
        }
        return new TypedForm(rows, edit(fields), ready);
    }

    /** The row as it was typed, if it was sent. */
    @Nullable TypedRow row(String itemNo) {
        return rows.stream().filter(row -> row.itemNo().equals(itemNo)).findFirst().orElse(null);
    }

    /**
     * The same, after it was saved: what was kept is made from what is stored now; what clashed is
     * not.
     */
    TypedForm after(Saved saved) {
        var versions = new HashMap<String, Long>();
        saved.form()
                .items()
                .forEach(item -> versions.put(item.no(), saved.filing().row(item).version()));
        saved.clashes().forEach(clash -> versions.remove(clash.itemNo()));
        var kept =
                rows.stream()
                        .map(row ->
                                row.madeFrom(versions.getOrDefault(row.itemNo(), row.version())))
                        .toList();
        return new TypedForm(kept, contact, ready);
    }

    private static TypedRow row(MultiValueMap<String, String> fields, String itemNo, String made) {
        var cells = new EnumMap<Cell, String>(Cell.class);
        for (var cell : Cell.values()) {
            var text = fields.getFirst(cell.key() + "-" + itemNo);
            if (text != null) {
                cells.put(cell, text);
            }
        }
        return new TypedRow(
                itemNo,
                version(made),
                fields.containsKey("on-" + itemNo),
                cells,
                fields.containsKey("doubt-" + itemNo));
    }

    /**
     * Whether a row came back as the page had it, so that it is not taken for a change where
     * somebody else has changed it meanwhile (spec F7). The page says what it had: {@link
     * RowView#made}.
     */
    private static boolean untouched(TypedRow row, String made) {
        var had = List.of(made.split("\\|", -1));
        if (had.size() != 2 + Cell.values().length) {
            return false;
        }
        var tick = had.get(1);
        if (!tick.equals("-") && tick.equals("1") != row.undertaken()) {
            return false;
        }
        var contents = had.subList(2, had.size()).iterator();
        for (var cell : Cell.values()) {
            var content = contents.next();
            var text = row.cells().getOrDefault(cell, content);
            if (!tick.equals("0") && !text.strip().equals(content)) {
                return false;
            }
        }
        return true;
    }

    /** Whatever is no version was made from none, and so clashes with any row there is. */
    private static long version(String made) {
        int end = made.indexOf('|');
        try {
            return Long.parseLong(end < 0 ? made : made.substring(0, end));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static @Nullable ContactEdit edit(MultiValueMap<String, String> fields) {
        var typed = contact(fields, "");
        return typed == null ? null : new ContactEdit(typed, contact(fields, WAS));
    }

    private static @Nullable Contact contact(MultiValueMap<String, String> fields, String prefix) {
        var name = fields.getFirst(prefix + Contact.NAME);
        var office = fields.getFirst(prefix + Contact.OFFICE_PHONE);
        var mobile = fields.getFirst(prefix + Contact.MOBILE);
        return name == null || office == null || mobile == null
                ? null
                : new Contact(name, office, mobile);
    }
}
