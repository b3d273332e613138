package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds what a province's desk and lists show against what its rows say, one by one. */
@Component
public class Lists {

    private final Rows rows;
    private final Items items;
    private final Desk desk;
    private final JdbcClient jdbc;

    Lists(Rows rows, Items items, Desk desk, JdbcClient jdbc) {
        this.rows = rows;
        this.items = items;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /**
     * All of it, of a province that is in reach.
     *
     * @param since from when on something counts as changed
     */
    public void sayWhatTheRowsSay(Reach reach, Instant since) {
        var all = new ArrayList<RowLine>();
        rows.each(reach, RowFilter.ALL, RowOrder.SCHOOL, all::add);
        var marked = all.stream().filter(row -> !row.marks().isEmpty()).map(RowLine::id).toList();
        var found = new ArrayList<Long>();
        rows.each(
                reach, RowFilter.ALL.withMarked(true), RowOrder.SCHOOL, row -> found.add(row.id()));
        assertThat(found).as("rows with a mark").isEqualTo(marked);

        var totals = rows.totals(reach, RowFilter.ALL, since);
        // Every row has a sum of at least nothing: the same rows, but counted.
        assertThat(totals).isEqualTo(rows.totals(reach, RowFilter.parse("least=0"), since));
        assertThat(totals.rows()).isEqualTo(all.size());
        assertThat(totals.marked()).isEqualTo(marked.size());

        for (var order : RowOrder.values()) {
            assertThat(paged(reach, order)).as("by %s", order).isEqualTo(read(reach, order));
        }
        var lines = new HashMap<>(items.all(reach));
        lines.values().removeIf(line -> line.rows() == 0);
        assertThat(lines).isEqualTo(counted(all));
        assertThat(desk.busiest(reach, 100).stream().mapToInt(ItemLoad::waiting).sum())
                .isEqualTo(totals.count(Stage.SUBMITTED));
        assertThat(desk.news(reach, since).marked())
                .isEqualTo(
                        all.stream()
                                .filter(row -> row.stage() == Stage.SUBMITTED)
                                .filter(row -> row.changedAt().isAfter(since))
                                .filter(row -> !row.marks().isEmpty())
                                .count());
        assertThat(unlike()).as("schools that are not listed as their rows say").isEmpty();
    }

    private List<Long> read(Reach reach, RowOrder order) {
        var ids = new ArrayList<Long>();
        rows.each(reach, RowFilter.ALL, order, row -> ids.add(row.id()));
        return ids;
    }

    private List<Long> paged(Reach reach, RowOrder order) {
        var ids = new ArrayList<Long>();
        @Nullable Place next = Place.of(Map.of());
        while (next != null) {
            var slice = rows.slice(reach, RowFilter.ALL, order, next);
            slice.lines().forEach(row -> ids.add(row.id()));
            var at = slice.next();
            next = at == null ? null : Place.of(Map.of("after", at));
        }
        return ids;
    }

    private static Map<Long, ItemLine> counted(Iterable<RowLine> rows) {
        var lines = new HashMap<Long, ItemLine>();
        for (var row : rows) {
            var asked = row.values().quantity();
            long quantity = asked == null ? 0 : asked;
            boolean approved = row.stage() == Stage.APPROVED;
            var line =
                    new ItemLine(
                            row.item().id(),
                            null,
                            1,
                            row.stage() == Stage.SUBMITTED ? 1 : 0,
                            approved ? 1 : 0,
                            row.marks().isEmpty() ? 0 : 1,
                            quantity,
                            approved ? quantity : 0,
                            Funds.NONE.plus(row.values()));
            lines.merge(row.item().id(), line, Lists::plus);
        }
        return lines;
    }

    private static ItemLine plus(ItemLine a, ItemLine b) {
        return new ItemLine(
                a.itemId(),
                null,
                a.rows() + b.rows(),
                a.waiting() + b.waiting(),
                a.approvedRows() + b.approvedRows(),
                a.marked() + b.marked(),
                a.quantity() + b.quantity(),
                a.approvedQuantity() + b.approvedQuantity(),
                a.funds().plus(b.funds()));
    }

    /** What is shown of a school may be kept, or counted at once; this is always counted. */
    private List<@Nullable String> unlike() {
        return jdbc.sql(
                        """
                        select coalesce(s.code, c.school_id::text)
                          from review.school s
                          full join report.current_school c on c.school_id = s.id
                         where (s.standing, s.rows, s.quantity, s.waiting, s.returned, s.rejected, s.approved, s.resubmitted,
                                s.self_raised, s.industry, s.sponsor, s.local, s.approved_self_raised, s.approved_industry,
                                s.approved_sponsor, s.approved_local, s.rows_changed_at)
                               is distinct from
                               (c.standing, c.rows, c.quantity, c.waiting, c.returned, c.rejected, c.approved, c.resubmitted,
                                c.self_raised, c.industry, c.sponsor, c.local, c.approved_self_raised, c.approved_industry,
                                c.approved_sponsor, c.approved_local, c.rows_changed_at)
                        """)
                .query(String.class)
                .list();
    }
}
