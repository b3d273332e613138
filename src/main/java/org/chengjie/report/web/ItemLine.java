package org.chengjie.report.web;

import java.util.Locale;
import org.chengjie.plan.Item;
import org.chengjie.report.Figures;

/**
 * An item in a table of figures: the national target, and what is undertaken beside it (spec P4).
 */
public record ItemLine(Item item, Figures figures, String href) {

    private static final int HALF = 120;

    public boolean targeted() {
        return item.takesQuantity() && item.nationalTarget() != null;
    }

    private long target() {
        var target = item.nationalTarget();
        return target == null ? 0 : target;
    }

    /** What is approved less the target. */
    public long gap() {
        return figures.approvedQuantity() - target();
    }

    public String gapShown() {
        return String.format(
                Locale.ROOT, "%s%,d", gap() < 0 ? "−" : gap() > 0 ? "+" : "", Math.abs(gap()));
    }

    /** Approved, in percent of the target. */
    public String reached() {
        return target() == 0 ? "" : Math.round(100.0 * figures.approvedQuantity() / target()) + "%";
    }

    /** How long the bar of what is submitted is, where the target is at 120 and the end at 240. */
    public String submittedBar() {
        return bar(figures.quantity());
    }

    public String approvedBar() {
        return bar(figures.approvedQuantity());
    }

    private String bar(long quantity) {
        return target() == 0
                ? "0"
                : String.valueOf(
                        Math.min(2 * HALF, Math.round((double) HALF * quantity / target())));
    }
}
