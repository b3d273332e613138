package org.chengjie.provincial;

import org.chengjie.plan.Item;

/**
 * An own row as it is to be stored.
 *
 * @param version the version it was made from; 0 where there was no row
 */
record OwnWritten(Item item, long version, boolean undertaken, OwnValues values) {}
