package org.chengjie.workbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.shared.Refusal;

/**
 * A table in a sheet that somebody sent: its columns are found by their heads, wherever they have
 * been moved to.
 *
 * @param columns head → column
 * @param rows those under the heads
 */
public record SentTable(SheetRow head, Map<String, Integer> columns, List<SheetRow> rows) {

    /** How far down the heads may stand: above them, titles and notes. */
    private static final int HEADS_WITHIN = 10;

    public SentTable {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table with these heads, or a refusal that names those which are missing. */
    public static SentTable find(List<SheetRow> sheet, List<String> heads) {
        var missing = heads;
        for (var row : sheet.subList(0, Math.min(HEADS_WITHIN, sheet.size()))) {
            var found = columns(row, heads);
            if (found.size() == heads.size()) {
                int under = sheet.indexOf(row) + 1;
                return new SentTable(row, found, sheet.subList(under, sheet.size()));
            }
            var without = heads.stream().filter(head -> !found.containsKey(head)).toList();
            if (without.size() < missing.size()) {
                missing = without;
            }
        }
        throw Refusal.invalid(
                "表里没有找到这些列：" + String.join("、", missing) + "。列可以换位置，表头的字要和模板一样。请下载模板对照。");
    }

    public String text(SheetRow row, String head) {
        return row.text(column(head));
    }

    public String address(SheetRow row, String head) {
        return row.address(column(head));
    }

    private int column(String head) {
        return Objects.requireNonNull(columns.get(head), head);
    }

    private static Map<String, Integer> columns(SheetRow row, List<String> heads) {
        var found = new LinkedHashMap<String, Integer>();
        var twice = new ArrayList<String>();
        for (var cell : row.cells()) {
            var text = bare(cell.text());
            var same = heads.stream().filter(head -> bare(head).equals(text)).findFirst();
            if (same.isPresent() && found.put(same.get(), cell.column()) != null) {
                twice.add(same.get());
            }
        }
        if (!twice.isEmpty() && found.size() == heads.size()) {
            throw Refusal.invalid("有两列都叫“" + String.join("、", twice) + "”。请删去多余的一列，再上传。");
        }
        return found;
    }

    /**
     * A head without what people and programs add to it: blanks, line breaks, stars, another width,
     * and the unit in brackets.
     */
    private static String bare(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .replaceAll("[\\s\u200b\ufeff*]", "")
                .replaceFirst("(?<=.)[(\\[【].*[)\\]】]$", "");
    }
}
