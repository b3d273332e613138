package org.chengjie.filing;

import org.chengjie.plan.Item;

/**
 * What an adjustment makes of one row of a school (spec P5).
 *
 * @param version what it was made from; 0 where the school had no row for the item
 * @param values blank where the item is no longer undertaken
 */
public record PublishedRow(Item item, long version, boolean undertaken, Values values) {}
