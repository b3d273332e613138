package org.chengjie.report.web;

import java.util.List;
import java.util.Objects;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
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

    /**
     * What some of the rows come to.
     *
     * @param quantity null where they are of several items, whose units differ, or of none that
     *     takes one
     */
    public record Total(String name, int rows, @Nullable Long quantity, Funds funds) {}

    public RowsPage {
        trail = List.copyOf(trail);
        lines = List.copyOf(lines);
    }

    /** All rows. */
    public Total all() {
        return total("合计", lines);
    }

    public Total approved() {
        return total(
                "其中已通过",
                lines.stream().filter(line -> line.row().stage() == Stage.APPROVED).toList());
    }

    private Total total(String name, List<Line> some) {
        return new Total(
                name,
                some.size(),
                counted()
                        ? some.stream()
                                .map(line -> line.row().quantity())
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .sum()
                        : null,
                some.stream().map(line -> line.row().funds()).reduce(Funds.NONE, Funds::plus));
    }

    private boolean counted() {
        return lines.stream().map(line -> line.item().id()).distinct().count() == 1
                && lines.getFirst().item().takesQuantity();
    }
}
