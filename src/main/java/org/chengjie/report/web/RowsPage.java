package org.chengjie.report.web;

import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.plan.Item;
import org.chengjie.report.ReportedRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows at the end of the way down: of one school, or of one item in a city (spec P4).
 *
 * @param heads what tells the lines apart: 工作任务, 学校
 */
public record RowsPage(
        String title,
        List<Crumb> trail,
        String says,
        String heads,
        List<Line> lines,
        String workbook) {

    /** A row, with its item. */
    public record Line(Item item, ReportedRow row, String no, String name, @Nullable String href) {}

    public RowsPage {
        trail = List.copyOf(trail);
        lines = List.copyOf(lines);
    }

    public Funds funds() {
        return lines.stream().map(line -> line.row().funds()).reduce(Funds.NONE, Funds::plus);
    }
}
