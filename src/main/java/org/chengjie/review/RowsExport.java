package org.chengjie.review;

import java.util.List;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.shared.ChinaTime;
import org.springframework.stereotype.Component;

/** 导出审核明细: every row in view, with the same numbers as the screen (spec R4, X5). */
@Component
public class RowsExport implements Work {

    public static final String KIND = "review.rows";

    /**
     * What is asked for.
     *
     * @param filter a {@link RowFilter} as a query string
     */
    public record Asked(String filter, RowOrder order) {}

    private final Rows rows;

    RowsExport(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        var asked = progress.input(Asked.class);
        var by = progress.by();
        var filter = RowFilter.parse(asked.filter());
        progress.total(rows.totals(by.reach(), filter, null).rows());
        var book =
                new RowsBook(
                        by.unitName() + "审核明细",
                        List.of(
                                "范围：" + filter.told(),
                                "读取时间：" + ChinaTime.full(by.arrived()) + "　金额单位：万元"));
        progress.file(
                "审核明细-%s-%s.xlsx".formatted(by.unitName(), ChinaTime.dayOf(by.arrived())),
                false,
                out ->
                        book.write(
                                out,
                                reader ->
                                        rows.each(
                                                by.reach(),
                                                filter,
                                                asked.order(),
                                                row -> {
                                                    reader.accept(row);
                                                    progress.advance(1);
                                                })));
        progress.say("共 " + book.rows() + " 行，明细和三张汇总表在一个文件里。");
    }
}
