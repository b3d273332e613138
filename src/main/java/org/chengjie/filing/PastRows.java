package org.chengjie.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.PlanHead;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/**
 * 往期明细: every row that was filed on a plan before, of one province or of the country, a sheet for
 * each province and never more than a few rows in memory (spec C1, X5).
 */
@Component
public class PastRows implements Work {

    public static final String KIND = "filing.past";

    /**
     * Of which plan, and of whom.
     *
     * @param path of a province, or of the ministry for all of them
     */
    public record Asked(long plan, String path) {}

    private static final int MONEY = 14;

    private static final List<Column<PastRow>> COLUMNS =
            List.of(
                    new Column<>("学校标识码", 14, PastRow::code),
                    new Column<>("学校", 30, PastRow::name),
                    new Column<>("市", 12, PastRow::city),
                    new Column<>("条目", 8, PastRow::itemNo),
                    new Column<>("工作任务", 44, PastRow::title),
                    new Column<>("承接数量", 10, row -> row.values().quantity()),
                    new Column<>("单位", 8, PastRow::unit),
                    new Column<>("学校自筹", MONEY, row -> row.values().selfRaised()),
                    new Column<>("行业企业投入", MONEY, row -> row.values().industry()),
                    new Column<>("举办方投入", MONEY, row -> row.values().sponsor()),
                    new Column<>("地市县投入", MONEY, row -> row.values().local()),
                    new Column<>("审核情况", 12, row -> Labels.of(row.stage())));

    private final PastFilings past;
    private final Units units;

    PastRows(PastFilings past, Units units) {
        this.past = past;
        this.units = units;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        var asked = progress.input(Asked.class);
        if (!progress.by().reach().covers(asked.path())) {
            throw Refusal.notFound();
        }
        var plan = past.plan(asked.plan());
        var schools = past.schools(plan.id(), new Reach(asked.path()));
        progress.total(schools.stream().mapToInt(PastSchool::rows).sum());
        var provinces =
                units.provinces().stream()
                        .filter(province ->
                                schools.stream()
                                        .anyMatch(one ->
                                                one.schoolPath().startsWith(province.path())))
                        .toList();
        if (provinces.isEmpty()) {
            progress.say("没有学校填报过这个计划，没有可以导出的明细。");
            return;
        }
        var whose = provinces.size() == 1 ? provinces.getFirst().name() : "全国";
        progress.file(
                plan.title() + "-" + whose + "明细.xlsx",
                false,
                out -> write(out, plan, provinces, progress));
    }

    private void write(OutputStream out, PlanHead plan, List<Unit> provinces, Progress progress)
            throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            for (var province : provinces) {
                sheet(book, plan, province, progress);
            }
        }
    }

    private void sheet(Workbook book, PlanHead plan, Unit province, Progress progress)
            throws IOException {
        var sheet =
                new TableSheet<>(
                        book,
                        province.name(),
                        province.name() + "往期填报 · " + plan.title(),
                        List.of("金额单位：万元。导出于 " + ChinaTime.full(progress.by().arrived()) + "。"),
                        COLUMNS);
        past.rows(
                plan.id(),
                new Reach(province.path()),
                row -> {
                    try {
                        sheet.line(row);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    progress.advance(1);
                });
        sheet.finish();
    }
}
