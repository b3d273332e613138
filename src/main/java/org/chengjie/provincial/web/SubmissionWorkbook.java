package org.chengjie.provincial.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.provincial.Readiness;
import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.Source;
import org.chengjie.provincial.SubmissionLine;
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

/** The lines of a submission as a workbook, with the same numbers as the page. */
final class SubmissionWorkbook {

    private SubmissionWorkbook() {}

    static ResponseEntity<byte[]> of(ProvincialSubmission submission) {
        var returned = submission.returned();
        return of(
                submission.provinceName(),
                "回执编号：%s　上报时间：%s　上报人：%s%s"
                        .formatted(
                                submission.receiptNo(),
                                ChinaTime.full(submission.at()),
                                submission.byName(),
                                returned == null
                                        ? ""
                                        : "　教育部退回时间：" + ChinaTime.full(returned.at())),
                submission.rollUp());
    }

    /** The figures as they stand, before they are submitted. */
    static ResponseEntity<byte[]> of(Actor officer, Readiness readiness) {
        return of(
                officer.unitName(),
                "尚未上报　读取时间：" + ChinaTime.full(officer.arrived()),
                readiness.rollUp());
    }

    private static ResponseEntity<byte[]> of(String province, String says, RollUp rollUp) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet =
                    new TableSheet<>(
                            book,
                            "汇总上报",
                            province + "承接任务汇总表",
                            List.of(says, "金额单位：万元"),
                            columns());
            for (var line : rollUp.lines()) {
                sheet.line(line);
            }
            sheet.totals(totals(rollUp).toArray());
            sheet.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Download.of("承接任务汇总表-" + province + ".xlsx", bytes.toByteArray());
    }

    private static List<Column<SubmissionLine>> columns() {
        var columns = new ArrayList<Column<SubmissionLine>>();
        columns.add(new Column<>("序号", 8, line -> line.item().no()));
        columns.add(new Column<>("工作任务", 48, line -> line.item().title()));
        columns.add(new Column<>("承接学校（所）", 14, SubmissionLine::schools));
        columns.add(new Column<>("省级承接单位", 26, SubmissionLine::ownBodies));
        columns.add(new Column<>("承接数量", 11, SubmissionWorkbook::quantity));
        columns.add(new Column<>("单位", 7, line -> line.item().unit()));
        columns.add(new Column<>("汇总", 14, line -> line.funds().total()));
        for (var source : Source.values()) {
            columns.add(new Column<>(Labels.of(source), 14, line -> line.funds().of(source)));
        }
        return columns;
    }

    private static List<@Nullable Object> totals(RollUp rollUp) {
        var totals = new ArrayList<@Nullable Object>();
        totals.add("合计");
        totals.add(rollUp.tasks() + " 项任务，" + rollUp.lines().size() + " 条");
        totals.add(rollUp.schools());
        totals.add(rollUp.own() + " 条省级承接");
        totals.add(null);
        totals.add(null);
        totals.add(rollUp.funds().total());
        for (var source : Source.values()) {
            totals.add(rollUp.funds().of(source));
        }
        return totals;
    }

    private static @Nullable Object quantity(SubmissionLine line) {
        return line.item().takesQuantity() ? line.quantity() : null;
    }
}
