package org.chengjie.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chengjie.filing.Cell;
import org.chengjie.plan.Item;
import org.chengjie.provincial.Source;
import org.chengjie.report.Activity;
import org.chengjie.report.Figures;
import org.chengjie.review.Standing;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Download;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The tables of the ministry's pages as workbooks, with the same numbers as the screen (spec P4).
 */
final class FigureWorkbook {

    private static final int MONEY = 14;

    private FigureWorkbook() {}

    static ResponseEntity<byte[]> of(FiguresPage page, Actor clerk) {
        return book(
                page.title() + "-" + page.heads(),
                clerk,
                (book, says) -> {
                    if (!page.places().isEmpty()) {
                        places(book, page, says);
                    }
                    if (!page.items().isEmpty()) {
                        items(book, page.title(), page.items(), page.sum(), says);
                    }
                });
    }

    static ResponseEntity<byte[]> of(RowsPage page, Actor clerk) {
        return book(
                page.title() + "-" + page.heads(), clerk, (book, says) -> rows(book, page, says));
    }

    /** The country: by item, by province and by day, a sheet each. */
    static ResponseEntity<byte[]> of(
            List<ItemLine> lines, FiguresPage provinces, List<Activity> days, Actor clerk) {
        return book(
                "全国承接情况",
                clerk,
                (book, says) -> {
                    var sum =
                            lines.stream()
                                    .map(ItemLine::figures)
                                    .reduce(Figures.NONE, Figures::plus);
                    items(book, "全国", lines, sum, says);
                    places(book, provinces, says);
                    days(book, days);
                });
    }

    private static void days(Workbook book, List<Activity> days) throws IOException {
        var sheet =
                new TableSheet<Activity>(
                        book,
                        "每日进展",
                        "每日进展",
                        List.of("每分钟计一次，没有列出的日子为 0"),
                        List.of(
                                new Column<>("日期", 14, day -> day.day().toString()),
                                new Column<>("保存（次）", 12, Activity::saves),
                                new Column<>("提交（份）", 12, Activity::submissions),
                                new Column<>("通过（条）", 12, Activity::approvals)));
        for (var day : days) {
            sheet.line(day);
        }
        sheet.finish();
    }

    private interface Sheets {
        void write(Workbook book, List<String> says) throws IOException;
    }

    private static ResponseEntity<byte[]> book(String name, Actor clerk, Sheets sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            sheets.write(book, List.of("读取时间：" + ChinaTime.full(clerk.arrived()) + "　金额单位：万元"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Download.of(
                name + "-" + ChinaTime.dayOf(clerk.arrived()) + ".xlsx", bytes.toByteArray());
    }

    private static void places(Workbook book, FiguresPage page, List<String> says)
            throws IOException {
        var columns = new ArrayList<Column<PlaceLine>>();
        columns.add(new Column<>(page.heads(), 28, PlaceLine::name));
        columns.add(new Column<>("代码", 13, PlaceLine::code));
        if (page.places().stream().anyMatch(line -> !line.city().isEmpty())) {
            columns.add(new Column<>("市", 12, PlaceLine::city));
        }
        if (page.phased()) {
            columns.add(
                    new Column<>(
                            "状态",
                            10,
                            line -> line.phase() == null ? null : Labels.of(line.phase())));
        }
        if (page.tallied()) {
            for (var standing : Standing.values()) {
                columns.add(
                        new Column<>(
                                Labels.of(standing),
                                8,
                                line -> line.tally() == null ? null : line.tally().of(standing)));
            }
        }
        figures(page.item(), PlaceLine::figures, columns);
        var sheet = new TableSheet<>(book, page.heads(), page.title(), says, columns);
        for (var line : page.places()) {
            sheet.line(line);
        }
        sheet.total(PlaceLine.of("合计", "", "", page.sum()).counting(page.tally(), ""));
        sheet.finish();
    }

    private static void items(
            Workbook book, String title, List<ItemLine> lines, Figures sum, List<String> says)
            throws IOException {
        var columns = new ArrayList<Column<ItemLine>>();
        columns.add(new Column<>("序号", 8, line -> line.item().no()));
        columns.add(new Column<>("工作任务", 48, line -> line.item().title()));
        columns.add(new Column<>("全国目标", 10, line -> line.item().nationalTarget()));
        columns.add(new Column<>("已提交数量", 11, line -> quantity(line, line.figures().quantity())));
        columns.add(
                new Column<>(
                        "已通过数量", 11, line -> quantity(line, line.figures().approvedQuantity())));
        columns.add(new Column<>("单位", 7, line -> line.item().unit()));
        columns.add(new Column<>("与目标之差", 11, line -> line.targeted() ? line.gap() : null));
        figures(null, ItemLine::figures, columns);
        var sheet = new TableSheet<>(book, "条目", title + "各条目承接情况", says, columns);
        for (var line : lines) {
            sheet.line(line);
        }
        var totals = new ArrayList<@Nullable Object>();
        totals.add("合计");
        while (totals.size() < 7) {
            totals.add(null);
        }
        totals.add(sum.points());
        totals.add(sum.funds().total());
        for (var source : Source.values()) {
            totals.add(sum.funds().of(source));
        }
        totals.add(sum.approvedFunds().total());
        sheet.totals(totals.toArray());
        sheet.finish();
    }

    private static @Nullable Object quantity(ItemLine line, long quantity) {
        return line.item().takesQuantity() ? quantity : null;
    }

    private static <T> void figures(
            @Nullable Item item, Function<T, Figures> of, List<Column<T>> columns) {
        columns.add(new Column<>("布点", 8, line -> of.apply(line).points()));
        if (item != null && item.takesQuantity()) {
            columns.add(new Column<>("已提交数量", 11, line -> of.apply(line).quantity()));
            columns.add(new Column<>("已通过数量", 11, line -> of.apply(line).approvedQuantity()));
        }
        columns.add(new Column<>("汇总", MONEY, line -> of.apply(line).funds().total()));
        for (var source : Source.values()) {
            columns.add(
                    new Column<>(
                            Labels.of(source), MONEY, line -> of.apply(line).funds().of(source)));
        }
        columns.add(new Column<>("其中已通过", MONEY, line -> of.apply(line).approvedFunds().total()));
    }

    private static void rows(Workbook book, RowsPage page, List<String> says) throws IOException {
        var columns = new ArrayList<Column<RowsPage.Line>>();
        columns.add(new Column<>(page.heads().equals("学校") ? "标识码" : "序号", 13, RowsPage.Line::no));
        columns.add(new Column<>(page.heads(), 44, RowsPage.Line::name));
        columns.add(new Column<>("审核情况", 10, line -> Labels.of(line.row().stage())));
        columns.add(new Column<>("承接数量", 10, line -> line.row().quantity()));
        columns.add(new Column<>("单位", 7, line -> line.item().unit()));
        columns.add(new Column<>("汇总", MONEY, line -> line.row().funds().total()));
        for (var source : Cell.SOURCES) {
            columns.add(
                    new Column<>(Labels.of(source), MONEY, line -> line.row().funds().of(source)));
        }
        var sheet = new TableSheet<>(book, page.heads(), page.title(), says, columns);
        for (var line : page.lines()) {
            sheet.line(line);
        }
        for (var total : List.of(page.all(), page.approved())) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(total.name());
            cells.add(total.rows() + " 条");
            cells.add(null);
            cells.add(total.quantity());
            cells.add(null);
            cells.add(total.funds().total());
            Cell.SOURCES.forEach(source -> cells.add(total.funds().of(source)));
            sheet.totals(cells.toArray());
        }
        sheet.finish();
    }
}
