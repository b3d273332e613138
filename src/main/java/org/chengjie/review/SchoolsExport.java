package org.chengjie.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** 导出院校列表: every school in view, with the same numbers as the screen (spec R7, X5). */
@Component
public class SchoolsExport implements Work {

    public static final String KIND = "review.schools";

    /**
     * What is asked for.
     *
     * @param filter a {@link SchoolFilter} as a query string
     */
    public record Asked(String filter, SchoolOrder order) {}

    private static final int MONEY = 14;

    private static final List<Column<SchoolLine>> COLUMNS =
            List.of(
                    new Column<>("学校标识码", 14, SchoolLine::code),
                    new Column<>("学校", 30, SchoolLine::name),
                    new Column<>("类型", 14, school -> Labels.of(school.kind())),
                    new Column<>("市", 12, SchoolLine::city),
                    new Column<>("状态", 10, school -> Labels.of(school.standing())),
                    new Column<>("任务", 8, SchoolLine::tasks),
                    new Column<>("条目", 8, SchoolLine::rows),
                    new Column<>("汇总", MONEY, school -> school.funds().total()),
                    new Column<>("学校自筹", MONEY, school -> school.funds().selfRaised()),
                    new Column<>("行业企业投入", MONEY, school -> school.funds().industry()),
                    new Column<>("举办方投入", MONEY, school -> school.funds().sponsor()),
                    new Column<>("地市县投入", MONEY, school -> school.funds().local()),
                    new Column<>("其中已通过", MONEY, school -> school.approvedFunds().total()),
                    new Column<>("待审核", 8, SchoolLine::waiting),
                    new Column<>("通过", 8, SchoolLine::approved),
                    new Column<>("退回修改", 10, SchoolLine::returned),
                    new Column<>("不通过", 8, SchoolLine::rejected),
                    new Column<>("提交时间", 22, SchoolsExport::submitted));

    private final Schools schools;

    SchoolsExport(Schools schools) {
        this.schools = schools;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        var asked = progress.input(Asked.class);
        var by = progress.by();
        var filter = SchoolFilter.parse(asked.filter());
        progress.total(schools.totals(by.reach(), filter, null).schools());
        var sum = new Sum();
        progress.file(
                "院校审核情况-%s-%s.xlsx".formatted(by.unitName(), ChinaTime.dayOf(by.arrived())),
                false,
                out -> {
                    try (var book = new Workbook(out, "chengjie", "1.0")) {
                        book.setGlobalDefaultFont(Paper.FONT, 10.5);
                        write(book, by, asked.order(), filter, sum, progress);
                    }
                });
        progress.say("共 " + sum.schools + " 所。");
    }

    private void write(
            Workbook book,
            Actor by,
            SchoolOrder order,
            SchoolFilter filter,
            Sum sum,
            Progress progress)
            throws IOException {
        var sheet =
                new TableSheet<>(
                        book,
                        "院校",
                        by.unitName() + "院校审核情况",
                        List.of(
                                "范围：" + filter.told(),
                                "读取时间：" + ChinaTime.full(by.arrived()) + "　金额单位：万元"),
                        COLUMNS);
        schools.each(
                by.reach(),
                filter,
                order,
                school -> {
                    sum.add(school);
                    try {
                        sheet.line(school);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    progress.advance(1);
                });
        sheet.totals(
                "合计",
                sum.schools + " 所",
                "",
                "",
                "",
                "",
                sum.rows,
                sum.funds.total(),
                sum.funds.selfRaised(),
                sum.funds.industry(),
                sum.funds.sponsor(),
                sum.funds.local(),
                sum.approvedFunds.total(),
                sum.waiting,
                sum.approved,
                sum.returned,
                sum.rejected);
        sheet.finish();
    }

    private static String submitted(SchoolLine school) {
        var at = school.submittedAt();
        return at == null ? "" : ChinaTime.full(at);
    }

    /** What the written lines sum to. */
    private static final class Sum {

        private int schools;
        private int rows;
        private int waiting;
        private int approved;
        private int returned;
        private int rejected;
        private Funds funds = Funds.NONE;
        private Funds approvedFunds = Funds.NONE;

        void add(SchoolLine school) {
            schools++;
            rows += school.rows();
            waiting += school.waiting();
            approved += school.approved();
            returned += school.returned();
            rejected += school.rejected();
            funds = funds.plus(school.funds());
            approvedFunds = approvedFunds.plus(school.approvedFunds());
        }
    }
}
