package org.chengjie.filing;

import java.util.List;

/**
 * What a row says, whatever became of it: whether it is undertaken, and with which values. Two
 * contents are compared where versions cannot be: a file was made long before it is read.
 */
public record Content(boolean undertaken, Values values) {

    static Content of(Undertaking row) {
        return new Content(row.undertaken(), row.values());
    }

    /** In one text: {@code 1|2|6|5|4|1}. */
    String text() {
        var text = new StringBuilder(undertaken ? "1" : "0");
        List.of(Cell.values()).forEach(cell -> text.append('|').append(values.plain(cell)));
        return text.toString();
    }
}
