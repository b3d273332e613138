package org.chengjie.filing;

/**
 * A row that somebody else changed since the page was made: not saved, and shown beside one's own
 * (spec F7).
 *
 * @param theirs the row as it stands now
 */
public record Clash(String itemNo, Undertaking theirs) {}
