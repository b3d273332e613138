package org.chengjie.filing.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Form;
import org.chengjie.filing.Note;
import org.chengjie.filing.Totals;
import org.chengjie.plan.Item;
import org.chengjie.plan.Task;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.Workbook;

/** 承接任务情况 as a workbook: what the page shows, before and after submitting (spec F11). */
class FormWorkbook {

    /** Whose form it is, and when it was asked for. */
    record Cover(String school, String code, Contact contact, Instant at) {}

    private static final String NAME = "承接任务情况";

    // The columns, as on the page.
    private static final int NO = 0;
    private static final int TASK = 1;
    private static final int UNDERTAKEN = 2;
    private static final int QUANTITY = 3;
    private static final int TOTAL = 4;
    private static final int FIRST_SOURCE = 5;
    private static final int REVIEW = 9;

    private static final int TASK_WIDTH = 50;

    private final Form form;
    private final Cover cover;
    private final boolean submitted;
    private final Map<Long, Note> notes;
    private final int last;

    /**
     * @param notes 负责人, by item, for the school itself; in a last column where anybody is named
     */
    FormWorkbook(Form form, Cover cover, Map<Long, Note> notes) {
        this.form = form;
        this.cover = cover;
        this.notes = notes;
        var filing = form.filing();
        this.submitted = filing != null && filing.submitted();
        int usual = submitted ? REVIEW : REVIEW - 1;
        this.last = named() ? usual + 1 : usual;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var paper = new Paper(book.newWorksheet(NAME), last);
            int money = moneyWidth();
            paper.widths(10, TASK_WIDTH, 10, 12, money, money, money, money, money, 14, 14);
            paper.foot(cover.code(), "导出于 " + ChinaTime.full(cover.at()));
            int row = cover(paper);
            row = totals(paper, row);
            head(paper, row);
            body(paper, row + 2);
        }
    }

    private int cover(Paper paper) {
        var filing = form.filing();
        var submittedAt = filing == null ? null : filing.submittedAt();
        var window = form.window();
        var contact = cover.contact();
        paper.title(0, NAME + " · " + form.plan().title());
        line(
                paper,
                1,
                "学校",
                cover.school(),
                "学校标识码",
                cover.code(),
                "状态",
                submitted ? "已提交" : "未提交");
        line(
                paper,
                2,
                "申报时间",
                window == null ? "" : window.opens() + " 至 " + window.lastDay(),
                "回执编号",
                filing == null ? "" : Objects.toString(filing.receiptNo(), ""),
                "提交时间",
                submittedAt == null ? "" : ChinaTime.full(submittedAt));
        line(
                paper,
                3,
                "联系人",
                contact.name(),
                "办公电话",
                contact.officePhone(),
                "手机号",
                contact.mobile());
        return 4;
    }

    /** Three labels, each with what it names. */
    private void line(Paper paper, int row, String... pairs) {
        paper.height(row, pairs[1], TASK_WIDTH);
        paper.label(row, NO, NO, pairs[0]);
        paper.text(row, TASK, TASK, pairs[1]);
        paper.label(row, UNDERTAKEN, QUANTITY, pairs[2]);
        paper.text(row, TOTAL, FIRST_SOURCE, pairs[3]);
        paper.label(row, 6, 6, pairs[4]);
        paper.text(row, 7, last, pairs[5]);
    }

    /** Before submitting, one line; then 意向承接 and 已通过 (spec F9). */
    private int totals(Paper paper, int top) {
        paper.height(top, "", TASK_WIDTH);
        paper.label(top, NO, TASK, "合计（金额单位：万元）");
        paper.label(top, UNDERTAKEN, UNDERTAKEN, "任务数量");
        paper.label(top, QUANTITY, QUANTITY, "填报条目");
        paper.label(top, TOTAL, TOTAL, "汇总金额");
        sources(paper, top, false);
        var filing = form.filing();
        if (!submitted || filing == null) {
            totals(paper, top + 1, "承接任务", form.ticked());
            return top + 2;
        }
        totals(paper, top + 1, "意向承接", filing.intended(form.items()));
        totals(paper, top + 2, "已通过", filing.approved(form.items()));
        return top + 3;
    }

    private static void totals(Paper paper, int row, String label, Totals totals) {
        paper.height(row, label, TASK_WIDTH);
        paper.label(row, NO, TASK, label);
        paper.count(row, UNDERTAKEN, row, totals.tasks(), "项");
        paper.count(row, QUANTITY, row, totals.rows(), "条");
        paper.amount(row, TOTAL, totals.funds().total());
        int column = FIRST_SOURCE;
        for (var source : Cell.SOURCES) {
            paper.amount(row, column++, totals.funds().of(source));
        }
    }

    private void head(Paper paper, int top) {
        paper.height(top, "", TASK_WIDTH);
        paper.height(top + 1, "", TASK_WIDTH);
        paper.head(top, NO, top + 1, NO, "序号");
        paper.head(top, TASK, top + 1, TASK, "工作任务");
        paper.head(top, UNDERTAKEN, top + 1, UNDERTAKEN, "是否承接");
        paper.head(top, QUANTITY, top + 1, QUANTITY, Labels.of(Cell.QUANTITY));
        paper.head(top, TOTAL, top, REVIEW - 1, "预计投入经费（单位：万元）");
        paper.head(top + 1, TOTAL, top + 1, TOTAL, "汇总");
        sources(paper, top + 1, true);
        if (submitted) {
            paper.head(top, REVIEW, top + 1, REVIEW, "省厅审核情况");
        }
        if (named()) {
            paper.head(top, last, top + 1, last, "负责人");
        }
        paper.headedBy(top, top + 1);
    }

    private static void sources(Paper paper, int row, boolean head) {
        int column = FIRST_SOURCE;
        for (var source : Cell.SOURCES) {
            if (head) {
                paper.head(row, column, row, column, Labels.of(source));
            } else {
                paper.label(row, column, column, Labels.of(source));
            }
            column++;
        }
    }

    private void body(Paper paper, int top) {
        int row = top;
        for (var area : form.plan().areas()) {
            if (form.items(area).isEmpty()) {
                continue;
            }
            paper.band(row++, area.heading());
            for (var task : area.tasks()) {
                row = task(paper, row, task, form.items(task));
            }
        }
    }

    private int task(Paper paper, int top, Task task, List<Item> items) {
        int row = top;
        for (var item : items) {
            item(paper, row++, item);
        }
        if (!items.isEmpty()) {
            paper.count(top, NO, row - 1, task.no(), "");
        }
        return row;
    }

    private void item(Paper paper, int row, Item item) {
        var stored = form.row(item);
        boolean quiet = !stored.undertaken();
        var title = item.isPart() ? item.no() + " " + item.title() : item.title();
        paper.height(row, title, TASK_WIDTH);
        paper.words(row, TASK, title, quiet);
        paper.mark(row, UNDERTAKEN, quiet ? "否" : "是", quiet);
        if (item.takesQuantity()) {
            paper.count(row, QUANTITY, row, stored.values().quantity(), item.unit());
        } else {
            paper.mark(row, QUANTITY, "-", quiet);
        }
        paper.amount(row, TOTAL, stored.values().total());
        int column = FIRST_SOURCE;
        for (var source : Cell.SOURCES) {
            paper.amount(row, column++, stored.values().amount(source));
        }
        if (submitted) {
            paper.mark(row, REVIEW, quiet ? "" : Labels.of(stored.stage()), quiet);
        }
        if (named()) {
            paper.words(row, last, notes.getOrDefault(item.id(), Note.NONE).text(), quiet);
        }
    }

    private boolean named() {
        return notes.values().stream().anyMatch(Note::named);
    }

    /** Wide enough for the greatest sum, or Excel would show ####. */
    private int moneyWidth() {
        var funds = form.ticked().funds();
        int longest =
                Cell.SOURCES.stream()
                        .mapToInt(source -> funds.of(source).toString().length())
                        .max()
                        .orElse(0);
        return Math.max(14, 4 + Math.max(longest, funds.total().toString().length()));
    }
}
