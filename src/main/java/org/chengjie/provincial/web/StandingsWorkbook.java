package org.chengjie.provincial.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chengjie.provincial.ProvinceStanding;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.provincial.Source;
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

/** 各省上报 as a workbook, with the same numbers as the page. */
final class StandingsWorkbook {

    private static final int MONEY = 14;

    private StandingsWorkbook() {}

    static ResponseEntity<byte[]> of(StandingsPage page, Actor clerk) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet =
                    new TableSheet<>(
                            book,
                            "各省上报",
                            "各省上报",
                            List.of(
                                    "读取时间："
                                            + ChinaTime.full(clerk.arrived())
                                            + "　金额单位：万元　合计含已上报和已核对的，不含已退回的"),
                            columns());
            for (var province : page.provinces()) {
                sheet.line(province);
            }
            sheet.totals(totals(page).toArray());
            sheet.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Download.of(
                "各省上报-" + ChinaTime.dayOf(clerk.arrived()) + ".xlsx", bytes.toByteArray());
    }

    private static List<Column<ProvinceStanding>> columns() {
        var columns = new ArrayList<Column<ProvinceStanding>>();
        columns.add(new Column<>("申报单位", 26, line -> line.province().name()));
        columns.add(new Column<>("状态", 10, line -> Labels.of(line.state())));
        columns.add(last("回执编号", 24, ProvincialSubmission::receiptNo));
        columns.add(last("上报时间", 22, one -> ChinaTime.full(one.at())));
        columns.add(last("任务", 8, one -> one.rollUp().tasks()));
        columns.add(last("学校", 8, one -> one.rollUp().schools()));
        columns.add(last("布点", 8, one -> one.rollUp().rows()));
        columns.add(last("汇总", MONEY, one -> one.rollUp().funds().total()));
        for (var source : Source.values()) {
            columns.add(last(Labels.of(source), MONEY, one -> one.rollUp().funds().of(source)));
        }
        return columns;
    }

    private static Column<ProvinceStanding> last(
            String head, int width, Function<ProvincialSubmission, Object> cell) {
        return new Column<>(
                head,
                width,
                line -> {
                    var last = line.last();
                    return last == null ? null : cell.apply(last);
                });
    }

    private static List<@Nullable Object> totals(StandingsPage page) {
        var totals = new ArrayList<@Nullable Object>();
        totals.add("合计");
        totals.add(page.handedIn() + " 个");
        totals.add(null);
        totals.add(null);
        // Tasks are not summed over provinces: they are the same ones.
        totals.add(null);
        totals.add(page.schools());
        totals.add(page.rows());
        totals.add(page.funds().total());
        for (var source : Source.values()) {
            totals.add(page.funds().of(source));
        }
        return totals;
    }
}
