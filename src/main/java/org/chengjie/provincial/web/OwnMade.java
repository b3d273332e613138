package org.chengjie.provincial.web;

import java.util.Map;
import org.chengjie.provincial.OwnCell;
import org.chengjie.provincial.OwnRow;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a row were made from: its version, and where they start from what is stored,
 * that content too, so that a row nobody touched is not taken for a change (spec F7). In one field:
 * {@code 345|1|2|57.5|省教科院}.
 *
 * @param version whatever is no version was made from none, and so clashes with any row there is
 * @param content null where the fields do not start from what is stored
 */
record OwnMade(long version, @Nullable String content) {

    static OwnMade of(OwnRow row) {
        return new OwnMade(
                row.version(),
                content(
                        row.undertaken(),
                        Map.of(
                                OwnCell.QUANTITY, row.plain(OwnCell.QUANTITY),
                                OwnCell.PROVINCIAL, row.plain(OwnCell.PROVINCIAL),
                                OwnCell.BODIES, row.bodies())));
    }

    static OwnMade of(String field) {
        int end = field.indexOf('|');
        return new OwnMade(
                number(end < 0 ? field : field.substring(0, end)),
                end < 0 ? null : field.substring(end + 1));
    }

    String field() {
        return content == null ? String.valueOf(version) : version + "|" + content;
    }

    boolean says(boolean undertaken, Map<OwnCell, String> cells) {
        return content(undertaken, cells).equals(content);
    }

    /**
     * 承接单位 comes last, for it is free text; what is not undertaken has neither it nor a quantity.
     */
    private static String content(boolean undertaken, Map<OwnCell, String> cells) {
        var provincial = cells.getOrDefault(OwnCell.PROVINCIAL, "").strip();
        return undertaken
                ? "1|%s|%s|%s"
                        .formatted(
                                cells.getOrDefault(OwnCell.QUANTITY, "").strip(),
                                provincial,
                                cells.getOrDefault(OwnCell.BODIES, "").strip())
                : "0||%s|".formatted(provincial);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
