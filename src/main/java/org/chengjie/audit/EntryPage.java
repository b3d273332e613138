package org.chengjie.audit;

import java.util.List;

/**
 * A page of the trail, the newest first.
 *
 * @param newer whether there are newer ones before it
 * @param older whether there are older ones behind it
 */
public record EntryPage(List<Entry> entries, boolean newer, boolean older) {

    /** The most entries of a page. */
    public static final int SIZE = 50;

    public EntryPage {
        entries = List.copyOf(entries);
    }
}
