package org.chengjie.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.chengjie.workbook.TableSheet;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** 导出操作记录: what is in view of the trail as a workbook (spec X1, X5). */
@Component
public class EntriesExport implements Work {

    public static final String KIND = "audit.entries";

    /** More than these is no longer read but searched; then a time is to be named. */
    public static final int MOST = 100_000;

    /**
     * What is asked for.
     *
     * @param filter an {@link EntryFilter} as a query string
     */
    public record Asked(String filter) {}

    /** The columns of an entry, as in every workbook that has them. */
    public static final List<Column<Entry>> COLUMNS =
            List.of(
                    new Column<>("时间", 22, entry -> ChinaTime.full(entry.at())),
                    new Column<>("操作人", 24, Entry::actor),
                    new Column<>("来自", 18, Entry::address),
                    new Column<>("操作", 18, Entry::action),
                    new Column<>("结果", 10, entry -> Labels.of(entry.result())),
                    new Column<>("单位", 30, Entry::unitName),
                    new Column<>("代码", 14, Entry::unitCode),
                    new Column<>("对象", 30, Entry::besides),
                    new Column<>("改动", 60, Entry::changesTold),
                    new Column<>("原因", 40, Entry::reason));

    private final Entries entries;

    EntriesExport(Entries entries) {
        this.entries = entries;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) throws Exception {
        var by = progress.by();
        var filter = EntryFilter.parse(progress.input(Asked.class).filter());
        int all = entries.count(by, filter);
        int written = Math.min(all, MOST);
        progress.total(written);
        progress.file(
                "操作记录-%s-%s.xlsx".formatted(by.unitName(), ChinaTime.dayOf(by.arrived())),
                false,
                out -> {
                    try (var book = new Workbook(out, "chengjie", "1.0")) {
                        book.setGlobalDefaultFont(Paper.FONT, 10.5);
                        var sheet =
                                new TableSheet<>(
                                        book,
                                        "操作记录",
                                        by.unitName() + "操作记录",
                                        List.of(
                                                "范围：" + filter.told(),
                                                "读取时间：" + ChinaTime.full(by.arrived())),
                                        COLUMNS);
                        entries.each(
                                by,
                                filter,
                                MOST,
                                entry -> {
                                    line(sheet, entry);
                                    progress.advance(1);
                                });
                        sheet.finish();
                    }
                });
        progress.say(
                all > MOST
                        ? "共 %d 条，写入最近的 %d 条。更早的请按时间筛选后再导出。".formatted(all, MOST)
                        : "共 " + written + " 条。");
    }

    private static void line(TableSheet<Entry> sheet, Entry entry) {
        try {
            sheet.line(entry);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
