package org.chengjie.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.jspecify.annotations.Nullable;

/** What some of a workbook's rows sum to, counted up while they are written: so it is their sum. */
final class Tally {

    private final List<@Nullable Object> names;
    private final Set<Long> schools = new HashSet<>();
    private int rows;
    private int waiting;
    private int approved;
    private long quantity;
    private Funds funds = Funds.NONE;
    private Funds approvedFunds = Funds.NONE;

    /**
     * @param names what the rows have in common: the cells that lead its line
     */
    Tally(List<@Nullable Object> names) {
        this.names = names;
    }

    void add(RowLine row) {
        schools.add(row.school().id());
        rows++;
        var asked = row.values().quantity();
        quantity += asked == null ? 0 : asked;
        funds = funds.plus(row.values());
        if (row.stage() == Stage.SUBMITTED) {
            waiting++;
        }
        if (row.stage() == Stage.APPROVED) {
            approved++;
            approvedFunds = approvedFunds.plus(row.values());
        }
    }

    @Nullable Object name(int place) {
        return place < names.size() ? names.get(place) : "";
    }

    int schools() {
        return schools.size();
    }

    int rows() {
        return rows;
    }

    int waiting() {
        return waiting;
    }

    int approved() {
        return approved;
    }

    long quantity() {
        return quantity;
    }

    Funds funds() {
        return funds;
    }

    Funds approvedFunds() {
        return approvedFunds;
    }
}
