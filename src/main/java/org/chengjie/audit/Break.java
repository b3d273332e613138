package org.chengjie.audit;

/**
 * Where a chain does not hold, and what should have been there (spec X1).
 *
 * @param chain the province's id; 0 for all that lies in none
 * @param words which entry, what was expected, what is there
 */
record Break(long chain, String words) {}
