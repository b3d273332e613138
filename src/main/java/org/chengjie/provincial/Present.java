package org.chengjie.provincial;

/**
 * What the rows of a province come to now, whatever it has handed in (spec P6).
 *
 * @param waiting rows that wait for a decision
 */
public record Present(RollUp rollUp, int waiting) {}
