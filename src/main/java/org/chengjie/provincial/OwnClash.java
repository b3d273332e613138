package org.chengjie.provincial;

/**
 * An own row that another officer changed since the page was made: not saved, and told with that
 * officer's values (spec F7, R5).
 */
public record OwnClash(String itemNo, OwnRow theirs) {}
