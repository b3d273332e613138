package org.chengjie.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;

/**
 * The rows in view as a workbook: each row, and what they sum to by school, by item and by city.
 * All four sheets come from one reading of the rows, so they agree (spec P6).
 */
final class RowsBook {

    private static final int MONEY = 14;

    private static final List<Column<RowLine>> ROW =
            List.of(
                    new Column<>("学校标识码", 14, row -> row.school().code()),
                    new Column<>("学校", 30, row -> row.school().name()),
                    new Column<>("类型", 14, row -> Labels.of(row.school().kind())),
                    new Column<>("市", 12, row -> row.school().city()),
                    new Column<>("条目", 8, row -> row.item().no()),
                    new Column<>("工作任务", 44, row -> row.item().title()),
                    new Column<>("承接数量", 10, row -> row.values().quantity()),
                    new Column<>("单位", 8, row -> row.item().unit()),
                    new Column<>("汇总", MONEY, RowLine::total),
                    new Column<>("学校自筹", MONEY, row -> row.values().selfRaised()),
                    new Column<>("行业企业投入", MONEY, row -> row.values().industry()),
                    new Column<>("举办方投入", MONEY, row -> row.values().sponsor()),
                    new Column<>("地市县投入", MONEY, row -> row.values().local()),
                    new Column<>("审核情况", 12, row -> Labels.of(row.stage())),
                    new Column<>("退回次数", 10, RowLine::returns),
                    new Column<>("市级意见", 12, row -> Labels.of(row.opinion())),
                    new Column<>("最近改动", 22, row -> ChinaTime.full(row.changedAt())),
                    new Column<>("改动人", 12, RowLine::changedBy),
                    new Column<>(
                            "提示",
                            44,
                            row ->
                                    row.marks().stream()
                                            .map(row::why)
                                            .collect(Collectors.joining("；"))));

    private final String title;
    private final List<String> says;
    private final Tally all = new Tally(List.of("合计"));
    private final Map<String, Tally> schools = new LinkedHashMap<>();
    private final Map<Integer, Tally> items = new TreeMap<>();
    private final Map<String, Tally> cities = new TreeMap<>();

    /**
     * @param says whose rows, which of them, and when they were read
     */
    RowsBook(String title, List<String> says) {
        this.title = title;
        this.says = says;
    }

    /**
     * @param rows hands each row to whoever it is given
     */
    void write(OutputStream out, Consumer<Consumer<RowLine>> rows) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            // A quarter larger, and written in three quarters of the time.
            book.setCompressionLevel(Deflater.BEST_SPEED);
            each(book, rows);
            sums(
                    book,
                    "按院校",
                    schools.values(),
                    List.of(
                            name("学校标识码", 14, 0),
                            name("学校", 30, 1),
                            name("类型", 14, 2),
                            name("市", 12, 3)));
            sums(
                    book,
                    "按任务",
                    items.values(),
                    List.of(
                            name("条目", 8, 0),
                            name("工作任务", 50, 1),
                            new Column<>("承接数量", 12, Tally::quantity),
                            name("单位", 8, 2),
                            name("全国目标", 12, 3)));
            sums(book, "按市", cities.values(), List.of(name("市", 16, 0)));
        }
    }

    /** How many have been written. */
    int rows() {
        return all.rows();
    }

    private void each(Workbook book, Consumer<Consumer<RowLine>> rows) throws IOException {
        var sheet = new TableSheet<>(book, "明细", title, says, ROW);
        rows.accept(row -> {
            count(row);
            try {
                sheet.line(row);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        var funds = all.funds();
        sheet.totals(
                "合计",
                all.schools() + " 所",
                "",
                "",
                "",
                all.rows() + " 行",
                all.quantity(),
                "",
                funds.total(),
                funds.selfRaised(),
                funds.industry(),
                funds.sponsor(),
                funds.local());
        sheet.finish();
    }

    private void count(RowLine row) {
        var school = row.school();
        var item = row.item();
        all.add(row);
        schools.computeIfAbsent(
                        school.code(),
                        code ->
                                new Tally(
                                        List.of(
                                                code,
                                                school.name(),
                                                Labels.of(school.kind()),
                                                school.city())))
                .add(row);
        items.computeIfAbsent(
                        item.position(),
                        position ->
                                new Tally(
                                        Arrays.asList(
                                                item.no(),
                                                item.title(),
                                                item.unit(),
                                                item.nationalTarget())))
                .add(row);
        cities.computeIfAbsent(
                        school.city().isEmpty() ? "未填市" : school.city(),
                        city -> new Tally(List.of(city)))
                .add(row);
    }

    private void sums(
            Workbook book, String name, Collection<Tally> tallies, List<Column<Tally>> names)
            throws IOException {
        var columns = new ArrayList<>(names);
        columns.add(new Column<>("院校数", 10, Tally::schools));
        columns.add(new Column<>("行数", 10, Tally::rows));
        columns.add(new Column<>("待审核", 10, Tally::waiting));
        columns.add(new Column<>("通过", 10, Tally::approved));
        columns.add(new Column<>("汇总", MONEY, tally -> tally.funds().total()));
        columns.add(new Column<>("学校自筹", MONEY, tally -> tally.funds().selfRaised()));
        columns.add(new Column<>("行业企业投入", MONEY, tally -> tally.funds().industry()));
        columns.add(new Column<>("举办方投入", MONEY, tally -> tally.funds().sponsor()));
        columns.add(new Column<>("地市县投入", MONEY, tally -> tally.funds().local()));
        columns.add(new Column<>("其中已通过", MONEY, tally -> tally.approvedFunds().total()));
        var sheet = new TableSheet<>(book, name, title, says, columns);
        for (var tally : tallies) {
            sheet.line(tally);
        }
        sheet.total(all);
        sheet.finish();
    }

    private static Column<Tally> name(String head, int width, int place) {
        return new Column<>(head, width, tally -> tally.name(place));
    }
}
