package org.chengjie.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Funds;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 导出全部明细: every row that schools of the reach have submitted, a sheet for each province, all as
 * they are at one moment and never more than a few of them in memory (spec P4, X5).
 */
@Component
public class NationalRows implements Work {

    public static final String KIND = "report.rows";

    private record Line(String city, Item item, ReportedRow row) {}

    private static final int MONEY = 14;

    private final ReportedSchools schools;
    private final Country country;
    private final Plans plans;
    private final TransactionTemplate oneMoment;

    NationalRows(
            ReportedSchools schools,
            Country country,
            Plans plans,
            PlatformTransactionManager transactions) {
        this.schools = schools;
        this.country = country;
        this.plans = plans;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        progress.file(
                "全国承接明细-" + ChinaTime.dayOf(progress.by().arrived()) + ".xlsx",
                false,
                out -> oneMoment.executeWithoutResult(reading -> write(out, progress)));
    }

    private void write(OutputStream out, Progress progress) {
        var by = progress.by();
        var plan = plans.current();
        var items = plan.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var provinces = country.provinces(by.reach());
        var figures = country.provinces(plan.id(), null, by.reach());
        progress.total(
                (int) figures.values().stream().mapToLong(one -> one.submitted().rows()).sum());
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            for (var province : provinces) {
                if (figures.containsKey(province.path())) {
                    sheet(book, province, plan.id(), items, by, progress);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void sheet(
            Workbook book,
            Province province,
            long plan,
            Map<Long, Item> items,
            Actor by,
            Progress progress)
            throws IOException {
        var sheet =
                new TableSheet<>(
                        book,
                        province.name(),
                        province.name() + "承接明细",
                        List.of(
                                "学校已提交的行，含退回和不通过的；不含省级承接和省财政投入",
                                "读取时间：" + ChinaTime.full(by.arrived()) + "　金额单位：万元"),
                        COLUMNS);
        var sum =
                new Object() {
                    private Funds funds = Funds.NONE;
                    private int rows;
                };
        schools.each(
                province,
                plan,
                by.reach(),
                (city, row) -> {
                    sum.funds = sum.funds.plus(row.funds());
                    sum.rows++;
                    var item = Objects.requireNonNull(items.get(row.itemId()));
                    try {
                        sheet.line(new Line(city, item, row));
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    progress.advance(1);
                });
        sheet.totals(
                "合计",
                sum.rows + " 条",
                "",
                "",
                "",
                "",
                null,
                "",
                sum.funds.total(),
                sum.funds.selfRaised(),
                sum.funds.industry(),
                sum.funds.sponsor(),
                sum.funds.local());
        sheet.finish();
    }

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    new Column<>("市", 12, Line::city),
                    new Column<>("学校标识码", 14, line -> line.row().code()),
                    new Column<>("学校", 30, line -> line.row().school()),
                    new Column<>("序号", 8, line -> line.item().no()),
                    new Column<>("工作任务", 44, line -> line.item().title()),
                    new Column<>("审核情况", 10, line -> Labels.of(line.row().stage())),
                    new Column<>("承接数量", 10, line -> line.row().quantity()),
                    new Column<>("单位", 7, line -> line.item().unit()),
                    new Column<>("汇总", MONEY, line -> line.row().funds().total()),
                    money(Cell.SELF_RAISED),
                    money(Cell.INDUSTRY),
                    money(Cell.SPONSOR),
                    money(Cell.LOCAL));

    private static Column<Line> money(Cell source) {
        return new Column<>(Labels.of(source), MONEY, line -> line.row().funds().of(source));
    }
}
