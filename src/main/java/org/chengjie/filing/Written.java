package org.chengjie.filing;

import org.chengjie.plan.Item;

/**
 * A row as it is to be stored.
 *
 * @param version the version it was made from; 0 where there was no row
 */
record Written(Item item, long version, boolean undertaken, Values values) {}
