package org.chengjie.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A plan as a workbook: export, template and example in one, for what is in it can be sent back
 * (spec C1). Everything is text, so that 3.10 stays 3.10.
 */
public final class PlanWorkbook {

    private static final String NOTE =
            "一行一个条目。同一领域、同一任务的各行，领域、任务、责任部门、条款要写得一样；条目编号是任务序号，或任务序号加“.”和数字。"
                    + "填承接数量的条目要有单位。条款写“方案条款”一表里的编号，几条之间用“;”隔开。列可以换位置，表头不能改。";

    private static final String CLAUSES_NOTE =
            "一行一条，按方案的次序。学校填报时，在任务旁边可以看到它所指的各条原文。没有原文可以不填这张表。列可以换位置，表头不能改。";

    private static final int[] CLAUSE_WIDTHS = {14, 40, 120};

    private static final int HEADS = 2;
    private static final int FIRST = 3;
    private static final int SPARE_ROWS = PlanImports.MOST_ROWS;
    private static final int[] WIDTHS = {9, 24, 9, 46, 24, 10, 9, 46, 11, 7, 10, 14, 12};

    private PlanWorkbook() {}

    /** Writes these lines, and room for more; and the plan's text. */
    public static void write(
            OutputStream out, String title, List<PlanRow> rows, List<Clause> clauses)
            throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet = book.newWorksheet(PlanReading.SHEET);
            var choices = book.newWorksheet("选项");
            int last = PlanField.COLUMNS.size() - 1;
            var paper = new Paper(sheet, last);
            paper.widths(WIDTHS);
            paper.foot(PlanReading.SHEET, title.replace("&", "&&"));
            for (int column = 0; column <= last; column++) {
                sheet.style(column).format("@").set();
            }
            paper.title(0, title);
            paper.note(1, NOTE, IntStream.of(WIDTHS).sum());
            for (int column = 0; column <= last; column++) {
                paper.head(HEADS, column, HEADS, column, PlanField.COLUMNS.get(column).label());
            }
            paper.headedBy(HEADS, HEADS);
            int line = FIRST;
            for (var row : rows) {
                write(paper, sheet, line++, row);
            }
            choose(sheet, choices, PlanField.TAKES_QUANTITY, List.of(RowCheck.YES, RowCheck.NO));
            choose(
                    sheet,
                    choices,
                    PlanField.UNDERTAKER,
                    Stream.of(Undertaker.values()).map(Labels::of).toList());
            choices.setVisibilityState(VisibilityState.HIDDEN);
            write(book.newWorksheet(ClauseReading.SHEET), title, clauses);
        }
    }

    private static void write(Worksheet sheet, String title, List<Clause> clauses) {
        int last = ClauseReading.HEADS.size() - 1;
        var paper = new Paper(sheet, last);
        paper.widths(CLAUSE_WIDTHS);
        paper.foot(ClauseReading.SHEET, title.replace("&", "&&"));
        for (int column = 0; column <= last; column++) {
            sheet.style(column).format("@").set();
        }
        paper.title(0, title + " · " + ClauseReading.SHEET);
        paper.note(1, CLAUSES_NOTE, IntStream.of(CLAUSE_WIDTHS).sum());
        for (int column = 0; column <= last; column++) {
            paper.head(HEADS, column, HEADS, column, ClauseReading.HEADS.get(column));
        }
        paper.headedBy(HEADS, HEADS);
        int line = FIRST;
        for (var clause : clauses) {
            int column = 0;
            for (var text : List.of(clause.no(), clause.heading(), clause.words())) {
                paper.words(line, column, text, false);
                sheet.style(line, column++).format("@").set();
            }
            paper.height(line++, clause.words(), CLAUSE_WIDTHS[last]);
        }
    }

    private static void write(Paper paper, Worksheet sheet, int line, PlanRow row) {
        var texts = row.texts();
        for (int column = 0; column < PlanField.COLUMNS.size(); column++) {
            var text = texts.getOrDefault(PlanField.COLUMNS.get(column), "");
            paper.words(line, column, text, false);
            sheet.style(line, column).format("@").set();
        }
        paper.height(
                line, row.title().length() > row.task().length() ? row.title() : row.task(), 46);
    }

    private static void choose(
            Worksheet sheet, Worksheet choices, PlanField field, List<String> words) {
        int at = PlanField.COLUMNS.indexOf(field);
        for (int i = 0; i < words.size(); i++) {
            choices.value(i, at, words.get(i));
        }
        sheet.range(FIRST, at, FIRST + SPARE_ROWS, at)
                .validateWithList(choices.range(0, at, words.size() - 1, at))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(field.label())
                .error("请从下拉列表里选。");
    }
}
