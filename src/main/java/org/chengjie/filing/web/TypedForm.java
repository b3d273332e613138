package org.chengjie.filing.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.TypedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a request brings of the form: any of its rows, the contact if it was sent, the rows ticked
 * as ready. Field names end in the item's number: {@code version-3.2}, {@code on-3.2}, {@code
 * self-raised-3.2}, {@code ready-3.2}.
 *
 * @param contact null where the request brings none
 */
record TypedForm(List<TypedRow> rows, @Nullable Contact contact, Set<String> ready) {

    private static final String VERSION = "version-";
    private static final String READY = "ready-";

    static TypedForm of(MultiValueMap<String, String> fields) {
        var rows = new ArrayList<TypedRow>();
        var ready = new HashSet<String>();
        for (var name : fields.keySet()) {
            if (name.startsWith(VERSION)) {
                rows.add(row(fields, name.substring(VERSION.length())));
            } else if (name.startsWith(READY)) {
                ready.add(name.substring(READY.length()));
            }
        }
        return new TypedForm(rows, contact(fields), ready);
    }

    /** The row as it was typed, if it was sent. */
    @Nullable TypedRow row(String itemNo) {
        return rows.stream().filter(row -> row.itemNo().equals(itemNo)).findFirst().orElse(null);
    }

    private static TypedRow row(MultiValueMap<String, String> fields, String itemNo) {
        var cells = new EnumMap<Cell, String>(Cell.class);
        for (var cell : Cell.values()) {
            var text = fields.getFirst(cell.key() + "-" + itemNo);
            if (text != null) {
                cells.put(cell, text);
            }
        }
        return new TypedRow(
                itemNo,
                version(fields.getFirst(VERSION + itemNo)),
                fields.containsKey("on-" + itemNo),
                cells);
    }

    /** Whatever is no version was made from none, and so clashes with any row there is. */
    private static long version(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static @Nullable Contact contact(MultiValueMap<String, String> fields) {
        var name = fields.getFirst(Contact.NAME);
        var office = fields.getFirst(Contact.OFFICE_PHONE);
        var mobile = fields.getFirst(Contact.MOBILE);
        return name == null || office == null || mobile == null
                ? null
                : new Contact(name, office, mobile);
    }
}
