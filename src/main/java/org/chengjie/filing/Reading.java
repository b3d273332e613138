package org.chengjie.filing;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.chengjie.shared.Amount;

/**
 * What was typed into a cell, as the platform understands it: nothing, a number, or something it
 * cannot take (spec F2).
 */
public sealed interface Reading {

    /** Nothing was typed: the cell is still to be filled in. */
    record Blank() implements Reading {}

    /** A whole number of the cell's own unit: pieces, or yuan. */
    record Whole(long value) implements Reading {}

    /** Not a number the cell can hold; {@code words} say what it should be. */
    record Fault(String words) implements Reading {}

    /** The most that 承接数量 may be. */
    long MOST = 9_999_999;

    /** What input methods, web pages and workbooks put where a person sees a space. */
    Pattern SPACE =
            Pattern.compile(
                    "[\\t\\n\\x0b\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]");

    /** No leading zero: 0,500 is more likely a slip for 0.500 than five hundred. */
    Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:(?:,\\d{3})+|(?: \\d{3})+)(\\.\\d*)?");

    // Bounded, because turning digits into a number takes the square of their count.
    Pattern WHOLE = Pattern.compile("(0{0,20}[1-9]\\d{0,30})(?:\\.0{1,20})?");
    Pattern DECIMAL = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,4}0{0,20})?)(?:万元)?");

    static Reading of(Cell cell, String typed) {
        return cell == Cell.QUANTITY ? quantity(typed) : amount(typed);
    }

    /** 承接数量: a whole number of at least 1. */
    static Reading quantity(String typed) {
        var text = tidy(typed);
        return text.isEmpty() ? new Blank() : quantity(text, typed);
    }

    /** An amount typed in 万元, read as whole yuan. */
    static Reading amount(String typed) {
        var text = tidy(typed);
        return text.isEmpty() ? new Blank() : amount(text, typed);
    }

    private static Reading quantity(String text, String typed) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return new Fault("应为不小于 1 的整数，现在填的是“%s”。".formatted(shorten(typed)));
        }
        var digits = new BigDecimal(whole.group(1));
        return digits.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? new Fault("最多 9,999,999，现在填的是“%s”。".formatted(shorten(typed)))
                : new Whole(digits.longValueExact());
    }

    private static Reading amount(String text, String typed) {
        var decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            return new Fault("应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“%s”。".formatted(shorten(typed)));
        }
        var yuan = new BigDecimal(decimal.group(1)).movePointRight(4);
        return yuan.compareTo(BigDecimal.valueOf(Amount.MOST_IN_A_CELL.yuan())) > 0
                ? new Fault("最多 9,999,999.9999 万元，现在填的是“%s”，请核对单位是不是万元。".formatted(shorten(typed)))
                : new Whole(yuan.longValueExact());
    }

    /**
     * Full-width digits, odd spaces and thousands separators are what input methods and Excel give;
     * they mean the same number. A raised 2 or a circled 1 does not: 10² is not 102. The page's
     * script reads the same way (cells.js); the cases of both are in readings.json.
     */
    private static String tidy(String typed) {
        var narrow = new StringBuilder(typed.length());
        typed.chars()
                .map(c -> c >= '！' && c <= '～' ? c - '！' + '!' : c)
                .filter(c -> c != '\u200b' && c != '\ufeff')
                .forEach(c -> narrow.append((char) c));
        var text = SPACE.matcher(narrow).replaceAll(" ").replace('。', '.').strip();
        var unit = text.endsWith("万元") ? "万元" : "";
        var number = text.substring(0, text.length() - unit.length()).strip();
        return (GROUPED.matcher(number).matches() ? number.replaceAll("[, ]", "") : number) + unit;
    }

    private static String shorten(String typed) {
        var text = typed.strip();
        return text.codePointCount(0, text.length()) <= 20
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
    }
}
