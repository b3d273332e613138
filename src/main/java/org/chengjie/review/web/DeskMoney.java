package org.chengjie.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Labels;

/**
 * 已提交金额 by its five sources: the four of the schools and 省财政投入 (spec P2).
 *
 * @param schools what the schools have submitted
 * @param provincial what the province adds
 * @param approved what of the schools' has been approved
 */
public record DeskMoney(Funds schools, Amount provincial, Amount approved) {

    private static final int SCALE = 1000;

    /**
     * A source.
     *
     * @param width of its bar, in thousandths of the greatest
     */
    public record Source(String css, String label, Amount amount, String percent, long width) {}

    public Amount total() {
        return schools.total().plus(provincial);
    }

    public List<Source> sources() {
        var amounts = new ArrayList<Amount>();
        Cell.SOURCES.forEach(cell -> amounts.add(schools.of(cell)));
        amounts.add(provincial);
        long most = amounts.stream().mapToLong(Amount::yuan).max().orElse(0);
        var sources = new ArrayList<Source>();
        for (int i = 0; i < amounts.size(); i++) {
            long yuan = amounts.get(i).yuan();
            sources.add(
                    new Source(
                            "c" + (i + 1),
                            i < Cell.SOURCES.size() ? Labels.of(Cell.SOURCES.get(i)) : "省财政投入",
                            amounts.get(i),
                            percent(yuan),
                            most == 0 ? 0 : Math.ceilDiv(yuan * SCALE, most)));
        }
        return sources;
    }

    private String percent(long yuan) {
        long all = total().yuan();
        return all == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", yuan * 100.0 / all);
    }
}
