package org.chengjie.filing;

import java.util.EnumMap;
import java.util.List;
import org.chengjie.account.Contact;

/** What a school types: rows as text, and the manual's worked example among them (spec F3). */
public final class Typing {

    public static final ContactEdit CONTACT =
            ContactEdit.of(new Contact("李敏", "0351-7654321", "13000000011"));

    private Typing() {}

    /** A ticked row: the quantity ({@code -} where it takes none) and the four amounts. */
    public static TypedRow row(String no, long version, String... cells) {
        var typed = new EnumMap<Cell, String>(Cell.class);
        for (int i = 0; i < cells.length; i++) {
            typed.put(List.of(Cell.values()).get(i), cells[i]);
        }
        return new TypedRow(no, version, true, typed);
    }

    public static TypedRow unticked(String no, long version) {
        return new TypedRow(no, version, false, java.util.Map.of());
    }

    /** Rows 1, 2, 3.1, 3.2, 3.3 as never saved: 3 tasks, 57 万元. */
    public static List<TypedRow> manual() {
        return List.of(
                row("1", 0, "-", "1", "2", "3", "4"),
                row("2", 0, "-", "5", "6", "1", "2"),
                row("3.1", 0, "1", "6", "5", "4", "1"),
                row("3.2", 0, "2", "2", "1", "2", "6"),
                row("3.3", 0, "2", "3", "1", "1", "1"));
    }
}
