package org.chengjie.provincial.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.chengjie.provincial.OwnCell;
import org.chengjie.provincial.TypedOwnRow;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a request brings of the own form; rows that came back as the page had them are left out.
 * Field names end in the item's number: {@code version-3.2}, {@code on-3.2}, {@code
 * provincial-3.2}; where a row clashed, {@code theirs-3.2} is the colleague's version and {@code
 * keep-3.2} says whose row is to stay (spec F7).
 */
record TypedOwnForm(List<TypedOwnRow> rows) {

    private static final String VERSION = "version-";

    static TypedOwnForm of(MultiValueMap<String, String> fields) {
        var rows = new ArrayList<TypedOwnRow>();
        for (var name : fields.keySet()) {
            if (name.startsWith(VERSION)) {
                var row = row(fields, name.substring(VERSION.length()));
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return new TypedOwnForm(rows);
    }

    /** The row as it was typed, if it was sent. */
    @Nullable TypedOwnRow row(String itemNo) {
        return rows.stream().filter(row -> row.itemNo().equals(itemNo)).findFirst().orElse(null);
    }

    private static @Nullable TypedOwnRow row(MultiValueMap<String, String> fields, String itemNo) {
        var made = OwnMade.of(text(fields, VERSION + itemNo));
        var cells = new EnumMap<OwnCell, String>(OwnCell.class);
        for (var cell : OwnCell.values()) {
            var text = fields.getFirst(cell.key() + "-" + itemNo);
            if (text != null) {
                cells.put(cell, text);
            }
        }
        boolean undertaken = fields.containsKey("on-" + itemNo);
        return switch (text(fields, "keep-" + itemNo)) {
            case "theirs" -> null;
            case "mine" ->
                    new TypedOwnRow(
                            itemNo,
                            OwnMade.of(text(fields, "theirs-" + itemNo)).version(),
                            undertaken,
                            cells);
            default ->
                    made.says(undertaken, cells)
                            ? null
                            : new TypedOwnRow(itemNo, made.version(), undertaken, cells);
        };
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }
}
