package org.chengjie.filing;

import static org.chengjie.filing.TemplateColumn.INDUSTRY;
import static org.chengjie.filing.TemplateColumn.KEY;
import static org.chengjie.filing.TemplateColumn.LOCAL;
import static org.chengjie.filing.TemplateColumn.NO;
import static org.chengjie.filing.TemplateColumn.QUANTITY;
import static org.chengjie.filing.TemplateColumn.REVIEW;
import static org.chengjie.filing.TemplateColumn.SELF_RAISED;
import static org.chengjie.filing.TemplateColumn.SPONSOR;
import static org.chengjie.filing.TemplateColumn.TASK;
import static org.chengjie.filing.TemplateColumn.TOTAL;
import static org.chengjie.filing.TemplateColumn.UNDERTAKEN;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 填报模板: the school's form as a workbook to be filled in offline and sent back (spec F1, F7). What
 * may be changed is open, all else is locked; the last column, which nobody sees, says of each row
 * what it is and what it was made from.
 */
public final class FormTemplate {

    public static final String NAME = "承接任务填报模板";

    private static final String NOTE =
            "填写白色的单元格：是否承接选“是”或“否”；承接数量为不小于 1 的整数；金额单位为万元，最多 4 位小数，没有投入请填“0”。"
                    + "“汇总”自动计算。填好后在“承接任务”页面上传，先看到每一处改动，确认后才保存。";

    private static final int NOTE_WIDTH = 150;
    private static final int SCHOOL = 1;
    private static final int NOTES = 2;
    private static final int SUMS = 3;
    private static final int HEADS = 6;
    private static final int FIRST = HEADS + 1;

    private final Form form;
    private final History history;
    private final Actor school;
    private final TemplateOwner owner;
    private final boolean submitted;
    private final int last;

    public FormTemplate(Form form, History history, Actor school) {
        this.form = form;
        this.history = history;
        this.school = school;
        this.owner = TemplateOwner.of(school, form.plan());
        var filing = form.filing();
        this.submitted = filing != null && filing.submitted();
        this.last = submitted ? REVIEW.at() : LOCAL.at();
    }

    public void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet = book.newWorksheet(NAME);
            var paper = new Paper(sheet, last);
            paper.widths(TemplateColumn.widths());
            paper.foot(school.unitCode(), "下载于 " + ChinaTime.full(school.arrived()));
            cover(paper);
            heads(paper);
            int end = body(paper, sheet);
            sums(paper, end);
            choices(sheet, end);
            sheet.hideColumn(KEY.at());
            if (!submitted) {
                sheet.hideColumn(REVIEW.at());
            }
            paper.lock();
        }
    }

    private void cover(Paper paper) {
        paper.title(0, NAME + " · " + form.plan().title());
        paper.height(SCHOOL, school.unitName(), TASK.width());
        paper.label(SCHOOL, NO.at(), NO.at(), "学校");
        paper.text(SCHOOL, TASK.at(), TASK.at(), school.unitName());
        paper.label(SCHOOL, UNDERTAKEN.at(), QUANTITY.at(), "学校标识码");
        paper.text(SCHOOL, TOTAL.at(), TOTAL.at(), school.unitCode());
        paper.label(SCHOOL, SELF_RAISED.at(), SELF_RAISED.at(), "下载时间");
        paper.text(SCHOOL, INDUSTRY.at(), last, ChinaTime.full(school.arrived()));
        paper.note(NOTES, NOTE, NOTE_WIDTH);
    }

    /** They stand in one row, so that they can be found there; what they share stands above. */
    private void heads(Paper paper) {
        paper.height(HEADS - 1, "", TASK.width());
        paper.height(HEADS, "", TASK.width());
        paper.head(HEADS - 1, NO.at(), HEADS - 1, QUANTITY.at(), "");
        paper.head(HEADS - 1, TOTAL.at(), HEADS - 1, LOCAL.at(), "预计投入经费（单位：万元）");
        for (var column : TemplateColumn.values()) {
            if (column != REVIEW || submitted) {
                paper.head(HEADS, column.at(), HEADS, column.at(), column.head());
            }
        }
        if (submitted) {
            paper.head(HEADS - 1, REVIEW.at(), HEADS - 1, REVIEW.at(), "");
        }
        paper.headedBy(HEADS - 1, HEADS, UNDERTAKEN.at());
    }

    private int body(Paper paper, Worksheet sheet) {
        int row = FIRST;
        for (var area : form.plan().areas()) {
            var items = form.items(area);
            if (!items.isEmpty()) {
                paper.band(row++, area.heading());
            }
            for (var item : items) {
                item(paper, row, item);
                sheet.value(row, KEY.at(), owner.key(item.no(), form.row(item)).text());
                row++;
            }
        }
        return row;
    }

    private void item(Paper paper, int row, Item item) {
        var stored = form.row(item);
        var values = stored.values();
        paper.height(row, item.title(), TASK.width());
        paper.mark(row, NO.at(), item.no(), false);
        paper.words(row, TASK.at(), item.title(), false);
        paper.mark(row, UNDERTAKEN.at(), stored.undertaken() ? "是" : "否", false);
        if (item.takesQuantity()) {
            paper.count(row, QUANTITY.at(), row, values.quantity(), item.unit());
        } else {
            paper.mark(row, QUANTITY.at(), "-", true);
        }
        for (var source : Cell.SOURCES) {
            paper.amount(row, TemplateColumn.of(source).at(), values.amount(source));
        }
        var sources = SELF_RAISED.range(row, LOCAL, row);
        paper.formula(row, TOTAL.at(), "IF(COUNT(" + sources + ")=0,\"\",SUM(" + sources + "))");
        if (submitted) {
            paper.words(row, REVIEW.at(), review(stored), false);
        }
        for (var column : TemplateColumn.values()) {
            if (open(item, stored, column)) {
                paper.open(row, column.at());
            } else if (column.at() <= last) {
                paper.shut(row, column.at());
            }
        }
    }

    /** Returned rows can be mended, but not unticked (spec R3). */
    private boolean open(Item item, Undertaking stored, TemplateColumn column) {
        if (submitted && stored.stage() != Stage.RETURNED) {
            return false;
        }
        return switch (column) {
            case UNDERTAKEN -> !submitted;
            case QUANTITY -> item.takesQuantity();
            case SELF_RAISED, INDUSTRY, SPONSOR, LOCAL -> true;
            case NO, TASK, TOTAL, REVIEW, KEY -> false;
        };
    }

    private String review(Undertaking stored) {
        if (!stored.undertaken()) {
            return "";
        }
        var words = Labels.of(stored.stage());
        return stored.stage() == Stage.RETURNED
                ? history.last(stored.id(), Set.of(Step.RETURN))
                        .map(said -> words + "：" + said.reason())
                        .orElse(words)
                : words;
    }

    /** What is ticked, summed as it is filled in. */
    private void sums(Paper paper, int end) {
        int row = SUMS + 1;
        paper.height(SUMS, "", TASK.width());
        paper.height(row, "", TASK.width());
        paper.label(SUMS, NO.at(), TASK.at(), "合计（金额单位：万元）");
        paper.label(row, NO.at(), TASK.at(), "已选“是”的条目");
        paper.label(SUMS, UNDERTAKEN.at(), QUANTITY.at(), "填报条目");
        var ticks = UNDERTAKEN.fixed(FIRST, end - 1);
        paper.label(row, UNDERTAKEN.at(), UNDERTAKEN.at(), "");
        paper.formula(row, QUANTITY.at(), "COUNTIF(" + ticks + ",\"是\")");
        for (var column : List.of(TOTAL, SELF_RAISED, INDUSTRY, SPONSOR, LOCAL)) {
            paper.label(SUMS, column.at(), column.at(), column == TOTAL ? "汇总金额" : column.head());
            paper.formula(
                    row,
                    column.at(),
                    "SUMIF(" + ticks + ",\"是\"," + column.fixed(FIRST, end - 1) + ")");
        }
    }

    private static void choices(Worksheet sheet, int end) {
        sheet.range(FIRST, UNDERTAKEN.at(), end - 1, UNDERTAKEN.at())
                .validateWithListByFormula("\"是,否\"")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(UNDERTAKEN.head())
                .error("请从下拉列表里选“是”或“否”。");
        var quantity = QUANTITY.address(FIRST);
        demand(
                sheet.range(FIRST, QUANTITY.at(), end - 1, QUANTITY.at()),
                "AND(ISNUMBER(%1$s),%1$s>=1,%1$s=INT(%1$s))".formatted(quantity),
                QUANTITY.head(),
                "应为不小于 1 的整数。");
        var amount = SELF_RAISED.address(FIRST);
        demand(
                sheet.range(FIRST, SELF_RAISED.at(), end - 1, LOCAL.at()),
                "AND(ISNUMBER(%1$s),%1$s>=0,%1$s=ROUND(%1$s,4))".formatted(amount),
                "预计投入经费",
                "应为 0 或正数，最多 4 位小数，单位是万元。");
    }

    private static void demand(Range cells, String rule, String title, String words) {
        cells.validateWithFormula(rule)
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(title)
                .error(words);
    }
}
