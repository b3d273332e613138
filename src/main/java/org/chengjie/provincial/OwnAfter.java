package org.chengjie.provincial;

import org.chengjie.plan.Item;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What an adjustment makes of one row of a province's own (spec P5).
 *
 * @param version what it was made from; 0 where there was none
 * @param bodies 承接单位; empty where it does not undertake the item
 */
public record OwnAfter(
        Item item,
        long version,
        boolean undertaken,
        @Nullable Long quantity,
        String bodies,
        @Nullable Amount funds) {}
