package org.chengjie.filing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a row of the template says of itself in its hidden column, so that a row that was moved,
 * sorted or copied into another file is still known: whose it is, and what it was made from (spec
 * F7).
 *
 * @param version the row's version when the template was made
 * @param content what the row said then
 */
record RowKey(
        String plan, long province, String school, String itemNo, long version, String content) {

    private static final Pattern TEXT =
            Pattern.compile(
                    "([^|]+)\\|(\\d{1,18})\\|([^|]+)\\|([^|]+)\\|(\\d{1,18})\\|([01](?:\\|[^|]*){5})");

    static Optional<RowKey> parse(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(
                        new RowKey(
                                found.group(1),
                                Long.parseLong(found.group(2)),
                                found.group(3),
                                found.group(4),
                                Long.parseLong(found.group(5)),
                                found.group(6)))
                : Optional.empty();
    }

    String text() {
        return String.join(
                "|",
                plan,
                String.valueOf(province),
                school,
                itemNo,
                String.valueOf(version),
                content);
    }
}
