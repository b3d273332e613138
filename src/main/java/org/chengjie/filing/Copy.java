package org.chengjie.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.chengjie.shared.ChinaTime;

/**
 * 盖章件: what a school handed in with one submission, whole, as it is printed to be stamped, with the
 * digest that the platform knows it by (spec F12).
 *
 * @param schoolName the name it had then
 * @param rows everything that stood submitted then, in the plan's order
 * @param digest the SHA-256 of {@link #text}, kept when it was submitted; in hexadecimal
 */
public record Copy(
        String receiptNo,
        String schoolName,
        String schoolCode,
        Instant at,
        List<Row> rows,
        String digest) {

    /** How much of the digest stands on paper: 64 bits, more than anybody can try out. */
    static final int CODE_LENGTH = 16;

    /** A row as it was handed in; {@code unit} is empty where no quantity is asked for. */
    public record Row(int taskNo, String no, String title, String unit, Values values) {}

    public Copy {
        rows = List.copyOf(rows);
    }

    public Totals totals() {
        return new Totals(
                (int) rows.stream().map(Row::taskNo).distinct().count(),
                rows.size(),
                rows.stream().map(Row::values).reduce(Funds.NONE, Funds::plus, Funds::plus));
    }

    /** What the digest is over: a line for each thing that the copy shows, amounts in yuan. */
    String text() {
        var text = new StringBuilder("承接任务情况 1\n");
        for (var line : List.of(receiptNo, schoolCode, schoolName, ChinaTime.full(at))) {
            text.append(line).append('\n');
        }
        for (var row : rows) {
            var quantity = row.values().quantity();
            text.append(row.no()).append('|').append(quantity == null ? "-" : quantity.toString());
            for (var source : Cell.SOURCES) {
                var amount = row.values().amount(source);
                text.append('|').append(amount == null ? "" : String.valueOf(amount.yuan()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The digest worked out anew from what is kept. */
    public String computed() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 校验码 as a link carries it: {@code 7F3A9C21E05B44D8}. */
    public String code() {
        return digest.substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** 校验码 as a person reads it: {@code 7F3A 9C21 E05B 44D8}. */
    public String shownCode() {
        return shown(code());
    }

    static String shown(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
