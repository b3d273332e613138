package org.chengjie.review.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.review.DeskTally;
import org.chengjie.review.Standing;

/**
 * How many schools stand where, and what those that stand submitted have put in: of a province, a
 * kind or a city (spec R7).
 */
public record Standings(Map<Standing, Integer> schools, Funds submitted) {

    public Standings {
        schools = Map.copyOf(schools);
    }

    static Standings of(Collection<DeskTally> tallies) {
        var schools = new EnumMap<Standing, Integer>(Standing.class);
        tallies.forEach(tally -> schools.merge(tally.standing(), tally.schools(), Integer::sum));
        return new Standings(
                schools,
                tallies.stream().map(DeskTally::submitted).reduce(Funds.NONE, Funds::plus));
    }

    public int count(Standing standing) {
        return schools.getOrDefault(standing, 0);
    }

    public int all() {
        return schools.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those whose form stands submitted, decided or not. */
    public int handedIn() {
        return count(Standing.SUBMITTED) + count(Standing.UNDER_REVIEW) + count(Standing.DECIDED);
    }

    public List<Share> shares() {
        return Share.of(this::count);
    }

    /** {@code 83.9%} */
    public String percent(int part) {
        return all() == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", part * 100.0 / all());
    }

    /** 提交率, in whole per cent; 0% and 100% only where none or all have submitted. */
    public String rate() {
        if (handedIn() == 0 || handedIn() == all()) {
            return all() == 0 ? "—" : handedIn() == 0 ? "0%" : "100%";
        }
        return Math.clamp(Math.round(handedIn() * 100.0 / all()), 1, 99) + "%";
    }
}
