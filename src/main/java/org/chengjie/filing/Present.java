package org.chengjie.filing;

/**
 * Somebody else, or oneself in another window, who has the school's form open (spec F7).
 *
 * @param itemNo the row the cursor stands in; empty where it stands in none
 * @param self whether it is the same account
 */
public record Present(String name, String itemNo, boolean self) {}
