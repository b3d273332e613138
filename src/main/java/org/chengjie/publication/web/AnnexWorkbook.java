package org.chengjie.publication.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.Source;
import org.chengjie.publication.Edition;
import org.chengjie.publication.ItemLine;
import org.chengjie.publication.Share;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The two annexes as workbooks of one sheet, with the numbers of the page, on A4 landscape. */
final class AnnexWorkbook {

    static final String FIRST = "分省承接任务（项目）数量汇总表";
    static final String SECOND = "分任务（项目）承接省份一览表";

    private AnnexWorkbook() {}

    private interface Body {
        void write(Worksheet sheet) throws IOException;
    }

    static byte[] first(Edition edition) {
        return book(
                "分省汇总",
                sheet -> {
                    var paper = new Paper(sheet, 13);
                    paper.widths(6, 22, 9, 9, 9, 10, 10, 8, 15, 14, 14, 14, 14, 14);
                    int row = top(paper, edition, "附件 1　" + FIRST, 150);
                    headFirst(paper, row);
                    paper.headedBy(row, row + 1, 2);
                    row += 2;
                    int no = 1;
                    for (var province : edition.included()) {
                        var rollUp = province.rollUp();
                        paper.count(row, 0, row, no++, "");
                        paper.words(row, 1, province.name(), false);
                        counts(paper, row, rollUp.tasks(), rollUp);
                        funds(paper, row, 8, rollUp.funds());
                        row++;
                    }
                    paper.mark(row, 0, "", false);
                    paper.label(row, 1, 1, "全国合计");
                    paper.count(row, 2, row, edition.tasks(), "");
                    paper.count(row, 3, row, edition.items().size(), "");
                    paper.count(row, 4, row, edition.schools(), "");
                    paper.count(row, 5, row, edition.rows(), "");
                    paper.count(row, 6, row, edition.rows() - edition.own(), "");
                    paper.count(row, 7, row, edition.own(), "");
                    funds(paper, row, 8, edition.funds());
                    paper.note(
                            row + 1,
                            "注：布点＝学校承接＋省级承接；汇总＝五个来源之和，金额单位为万元。承接任务、条目的全国合计是有省份承接的任务、条目数，不是各省之和。",
                            150);
                });
    }

    static byte[] second(Edition edition) {
        return book(
                "分任务一览",
                sheet -> {
                    var paper = new Paper(sheet, 7);
                    paper.widths(7, 46, 13, 12, 9, 9, 66, 15);
                    int row = top(paper, edition, "附件 2　" + SECOND, 170);
                    var heads =
                            List.of(
                                    "序号",
                                    "任务（项目）",
                                    "全国目标",
                                    "承接数量",
                                    "承接省份",
                                    "布点",
                                    "承接省份（数量）",
                                    "汇总（万元）");
                    for (int column = 0; column < heads.size(); column++) {
                        paper.head(row, column, row, column, heads.get(column));
                    }
                    sheet.rowHeight(row, 22);
                    paper.headedBy(row, row, 2);
                    row++;
                    for (var line : edition.items()) {
                        var item = line.item();
                        var provinces = provinces(line);
                        boolean longer = provinces.length() * 46 > item.title().length() * 66;
                        paper.height(row, longer ? provinces : item.title(), longer ? 66 : 46);
                        paper.mark(row, 0, item.no(), false);
                        paper.words(row, 1, item.title(), false);
                        if (item.nationalTarget() == null) {
                            paper.mark(row, 2, item.targetNote(), false);
                        } else {
                            paper.count(row, 2, row, item.nationalTarget(), item.unit());
                        }
                        if (item.takesQuantity()) {
                            paper.count(row, 3, row, line.quantity(), item.unit());
                        } else {
                            paper.mark(row, 3, "-", true);
                        }
                        paper.count(row, 4, row, line.shares().size(), "");
                        paper.count(row, 5, row, line.units(), "");
                        paper.words(row, 6, provinces, false);
                        paper.amount(row, 7, line.funds().total());
                        row++;
                    }
                    paper.mark(row, 0, "", false);
                    paper.label(row, 1, 1, "合计");
                    paper.mark(row, 2, "", false);
                    paper.mark(row, 3, "", false);
                    paper.count(row, 4, row, edition.included().size(), "");
                    paper.count(row, 5, row, edition.rows(), "");
                    paper.mark(row, 6, "", false);
                    paper.amount(row, 7, edition.funds().total());
                    paper.note(row + 1, "注：承接省份后的数是承接数量；不填数量的条目只列省份。", 170);
                });
    }

    static String provinces(ItemLine line) {
        return line.shares().stream()
                .map(share -> share.province().shortName() + quantity(share))
                .collect(Collectors.joining("、"));
    }

    private static String quantity(Share share) {
        return share.line().item().takesQuantity()
                ? " " + String.format(Locale.ROOT, "%,d", share.line().quantity())
                : "";
    }

    private static int top(Paper paper, Edition edition, String title, int width) {
        paper.title(0, title);
        paper.note(
                1,
                "%s　%s　%s　第 %d 版　金额单位：万元"
                        .formatted(
                                edition.announcement().title(),
                                edition.announcement().documentNo(),
                                edition.announcement().dated(),
                                edition.no()),
                width);
        paper.foot(edition.announcement().documentNo(), "第 " + edition.no() + " 版");
        return 2;
    }

    private static void headFirst(Paper paper, int row) {
        paper.head(row, 0, row + 1, 0, "序号");
        paper.head(row, 1, row + 1, 1, "申报单位");
        paper.head(row, 2, row + 1, 2, "任务（项）");
        paper.head(row, 3, row + 1, 3, "条目（条）");
        paper.head(row, 4, row + 1, 4, "学校（所）");
        paper.head(row, 5, row, 7, "布点（个）");
        paper.head(row + 1, 5, row + 1, 5, "合计");
        paper.head(row + 1, 6, row + 1, 6, "学校承接");
        paper.head(row + 1, 7, row + 1, 7, "省级承接");
        paper.head(row, 8, row, 13, "预计投入经费（万元）");
        paper.head(row + 1, 8, row + 1, 8, "汇总");
        int column = 9;
        for (var source : Source.values()) {
            paper.head(row + 1, column, row + 1, column, Labels.of(source));
            column++;
        }
    }

    private static void counts(Paper paper, int row, int tasks, RollUp rollUp) {
        paper.count(row, 2, row, tasks, "");
        paper.count(row, 3, row, rollUp.lines().size(), "");
        paper.count(row, 4, row, rollUp.schools(), "");
        paper.count(row, 5, row, rollUp.rows(), "");
        paper.count(row, 6, row, rollUp.rows() - rollUp.own(), "");
        paper.count(row, 7, row, rollUp.own(), "");
    }

    private static void funds(Paper paper, int row, int left, FiveFunds funds) {
        paper.amount(row, left, funds.total());
        int column = left + 1;
        for (var source : Source.values()) {
            paper.amount(row, column++, funds.of(source));
        }
    }

    private static byte[] book(String name, Body body) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet = book.newWorksheet(name);
            body.write(sheet);
            sheet.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
