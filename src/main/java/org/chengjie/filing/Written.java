package org.chengjie.filing;

import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;

/**
 * A row as it is to be stored.
 *
 * @param before the row it was made from; untouched where there was none
 */
record Written(Item item, Undertaking before, boolean undertaken, Values values) {

    /** The row once it is stored; one that was not there before gets its id from the database. */
    Undertaking after(long version, Actor by) {
        return new Undertaking(
                before.id(),
                item.id(),
                undertaken,
                before.stage(),
                values,
                version,
                by.arrived(),
                by.name());
    }
}
