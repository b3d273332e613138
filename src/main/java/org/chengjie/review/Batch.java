package org.chengjie.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.chengjie.filing.SchoolPicks;
import org.chengjie.shared.Amount;

/** The rows of one decision, summed for its preview: n rows of m schools (spec R4). */
public record Batch(List<PickedRow> rows) {

    /** What one school has in it. */
    public record School(long id, String name, int rows, Amount total) {}

    public Batch {
        rows = List.copyOf(rows);
    }

    public Amount total() {
        return rows.stream().map(PickedRow::total).reduce(Amount.ZERO, Amount::plus);
    }

    public long marked() {
        return rows.stream().filter(PickedRow::marked).count();
    }

    public List<SchoolPicks> picks() {
        return SchoolPicks.group(rows.stream().map(PickedRow::line).toList());
    }

    /** By school, those with the most money first. */
    public List<School> schools() {
        var schools = new LinkedHashMap<Long, School>();
        for (var row : rows) {
            schools.merge(
                    row.schoolId(),
                    new School(row.schoolId(), row.schoolName(), 1, row.total()),
                    (a, b) ->
                            new School(
                                    a.id(),
                                    a.name(),
                                    a.rows() + b.rows(),
                                    a.total().plus(b.total())));
        }
        var sorted = new ArrayList<>(schools.values());
        sorted.sort(Comparator.comparing(School::total).reversed());
        return sorted;
    }
}
