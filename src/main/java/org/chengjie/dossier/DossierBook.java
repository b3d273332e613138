package org.chengjie.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengjie.audit.EntriesExport;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Funds;
import org.chengjie.filing.HandedIn;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Values;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** 整校档案 as a workbook: a sheet for each thing that is asked about a school (spec X1). */
final class DossierBook {

    private static final int MONEY = 14;

    private final RegisterEntry school;
    private final Actor by;
    private final List<ContactLine> contacts;
    private final Filed filed;
    private final Trail trail;

    DossierBook(
            RegisterEntry school, Actor by, List<ContactLine> contacts, Filed filed, Trail trail) {
        this.school = school;
        this.by = by;
        this.contacts = contacts;
        this.filed = filed;
        this.trail = trail;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            undertakings(book);
            handedIn(book);
            moves(book);
            progress(book);
            contacts(book);
            trail(book);
        }
    }

    private void undertakings(Workbook book) throws IOException {
        var columns = new ArrayList<Column<Filed.Row>>();
        columns.add(new Column<>("条目", 8, row -> row.item().no()));
        columns.add(new Column<>("工作任务", 46, row -> row.item().title()));
        columns.add(new Column<>("单位", 8, row -> row.item().unit()));
        values(columns, Filed.Row::values);
        columns.add(new Column<>("审核情况", 12, row -> Labels.of(row.undertaking().stage())));
        columns.add(new Column<>("最近改动", 22, row -> ChinaTime.full(row.undertaking().changedAt())));
        columns.add(new Column<>("改动人", 14, row -> row.undertaking().changedBy()));
        var sheet = sheet(book, "承接任务", columns);
        for (var row : filed.rows()) {
            sheet.line(row);
        }
        sheet.totals(
                sum(
                        filed.rows().stream().map(Filed.Row::values),
                        "合计",
                        filed.rows().size() + " 条",
                        ""));
        sheet.finish();
    }

    private void handedIn(Workbook book) throws IOException {
        var columns = new ArrayList<Column<HandedIn>>();
        columns.add(new Column<>("回执编号", 24, HandedIn::receiptNo));
        columns.add(new Column<>("提交时间", 22, row -> ChinaTime.full(row.at())));
        columns.add(new Column<>("校验码", 24, HandedIn::code));
        columns.add(new Column<>("条目", 8, row -> row.row().no()));
        columns.add(new Column<>("工作任务", 46, row -> row.row().title()));
        columns.add(new Column<>("单位", 8, row -> row.row().unit()));
        values(columns, row -> row.row().values());
        lines(book, "提交和回执", columns, filed.handedIn());
    }

    private void moves(Workbook book) throws IOException {
        var columns = new ArrayList<Column<Filed.Moved>>();
        columns.add(new Column<>("时间", 22, moved -> ChinaTime.full(moved.move().at())));
        columns.add(new Column<>("条目", 8, moved -> moved.item().no()));
        columns.add(new Column<>("工作任务", 46, moved -> moved.item().title()));
        columns.add(new Column<>("办理", 12, moved -> Labels.of(moved.move().step())));
        columns.add(new Column<>("办理人", 14, moved -> moved.move().byName()));
        columns.add(new Column<>("办理前", 12, moved -> Labels.of(moved.from())));
        columns.add(new Column<>("办理后", 12, moved -> Labels.of(moved.move().step().to())));
        columns.add(new Column<>("修改意见或原因", 40, moved -> moved.move().reason()));
        columns.add(
                new Column<>(
                        "指出的格",
                        18,
                        moved ->
                                moved.move().cells().stream()
                                        .map(Labels::of)
                                        .collect(Collectors.joining("、"))));
        columns.add(new Column<>("较上次改动", 46, DossierBook::differences));
        values(columns, moved -> moved.move().values());
        lines(book, "审核经过", columns, filed.moves());
    }

    private void progress(Workbook book) throws IOException {
        var columns = new ArrayList<Column<Stage>>();
        columns.add(new Column<>("审核情况", 14, Labels::of));
        columns.add(new Column<>("条数", 10, stage -> in(stage).count()));
        columns.add(new Column<>("汇总", MONEY, stage -> funds(in(stage)).total()));
        for (var source : Cell.SOURCES) {
            columns.add(
                    new Column<>(Labels.of(source), MONEY, stage -> funds(in(stage)).of(source)));
        }
        var sheet = sheet(book, "审核进度", columns);
        for (var stage : Stage.values()) {
            sheet.line(stage);
        }
        var all = funds(filed.rows().stream().map(Filed.Row::values));
        sheet.totals(
                "合计",
                filed.rows().size(),
                all.total(),
                all.selfRaised(),
                all.industry(),
                all.sponsor(),
                all.local());
        sheet.finish();
    }

    private void contacts(Workbook book) throws IOException {
        lines(
                book,
                "联系人",
                List.of(
                        new Column<>("谁的联系人", 44, ContactLine::of),
                        new Column<>("姓名", 20, ContactLine::name),
                        new Column<>("办公电话", 20, ContactLine::officePhone),
                        new Column<>("手机号", 18, ContactLine::mobile)),
                contacts);
    }

    private void trail(Workbook book) throws IOException {
        var sheet = sheet(book, "操作记录", EntriesExport.COLUMNS);
        trail.each()
                .accept(entry -> {
                    try {
                        sheet.line(entry);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
        sheet.finish();
    }

    private <T> void lines(Workbook book, String name, List<Column<T>> columns, List<T> lines)
            throws IOException {
        var sheet = sheet(book, name, columns);
        for (var line : lines) {
            sheet.line(line);
        }
        sheet.finish();
    }

    private <T> TableSheet<T> sheet(Workbook book, String name, List<Column<T>> columns) {
        return new TableSheet<>(
                book,
                name,
                school.name() + "整校档案 · " + name,
                List.of(
                        "学校标识码：" + school.code() + "　类型：" + Labels.of(school.kind()),
                        "读取时间："
                                + ChinaTime.full(by.arrived())
                                + "　读取人："
                                + by.unitName()
                                + "　金额单位：万元"),
                columns);
    }

    private static <T> void values(List<Column<T>> columns, Function<T, Values> of) {
        columns.add(new Column<>("承接数量", 10, line -> of.apply(line).quantity()));
        columns.add(new Column<>("汇总", MONEY, line -> of.apply(line).total()));
        for (var source : Cell.SOURCES) {
            columns.add(
                    new Column<>(Labels.of(source), MONEY, line -> of.apply(line).amount(source)));
        }
    }

    private static @Nullable Object[] sum(Stream<Values> rows, String... names) {
        var sum = new ArrayList<@Nullable Object>(List.of(names));
        var funds = funds(rows);
        // Quantities of different units have no sum.
        sum.add(null);
        sum.add(funds.total());
        Cell.SOURCES.forEach(source -> sum.add(funds.of(source)));
        return sum.toArray();
    }

    private static String differences(Filed.Moved moved) {
        return moved.before().differences(moved.move().values()).stream()
                .map(cell ->
                        "%s：%s → %s"
                                .formatted(
                                        Labels.of(cell),
                                        shown(moved.before(), cell),
                                        shown(moved.move().values(), cell)))
                .collect(Collectors.joining("；"));
    }

    private static String shown(Values values, Cell cell) {
        var shown = values.shown(cell);
        return shown.isEmpty() ? "（空）" : shown;
    }

    private Stream<Values> in(Stage stage) {
        return filed.rows().stream()
                .filter(row -> row.undertaking().stage() == stage)
                .map(Filed.Row::values);
    }

    private static Funds funds(Stream<Values> rows) {
        return rows.reduce(Funds.NONE, Funds::plus, Funds::plus);
    }
}
