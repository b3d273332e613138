package org.chengjie.report.web;

import java.util.List;
import org.chengjie.report.Tally;

/**
 * A list of schools that can be narrowed, and is shown a part at a time.
 *
 * @param address of the list
 * @param tally of all schools that there are to choose from
 * @param part the first is 1
 */
public record Listing(String address, Selection which, Tally tally, int part) {

    /** So many lines at a time. */
    static final int PART = 200;

    public Listing {
        part = Math.max(1, part);
    }

    static String link(String address, Selection which, int part) {
        var narrowed = which == Selection.ALL ? address : address + "?which=" + which;
        return part == 1
                ? narrowed
                : narrowed + (which == Selection.ALL ? "?" : "&") + "part=" + part;
    }

    public String to(Selection other) {
        return link(address, other, 1);
    }

    public String to(int other) {
        return link(address, which, other);
    }

    public int parts() {
        return (int) Math.max(1, (which.of(tally) + PART - 1) / PART);
    }

    /** The same, out of these schools. */
    Listing of(Tally all) {
        return new Listing(address, which, all, part);
    }

    <T> List<T> shown(List<T> all) {
        int from = Math.min(all.size(), (part - 1) * PART);
        return all.subList(from, Math.min(all.size(), from + PART));
    }
}
