package org.chengjie.filing;

/**
 * An undertaking that somebody means to move, as they saw it: a row that has changed since is not
 * moved (spec R5).
 */
public record Pick(long undertakingId, long version) {

    static Pick of(Undertaking row) {
        return new Pick(row.id(), row.version());
    }
}
