package org.chengjie.administration;

import java.util.List;

/**
 * What an account batch is asked to do (spec A3).
 *
 * @param schools those picked, where the scope is {@code SELECTED}
 * @param fixed the manual's password for all; else a random one for each
 */
public record BatchOrder(BatchScope scope, List<Long> schools, boolean fixed) {

    public BatchOrder {
        schools = List.copyOf(schools);
    }
}
