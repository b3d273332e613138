package org.chengjie.shared;

import java.time.Instant;

/**
 * Whoever acts in a request: the account, its unit, and when and from where the request arrived,
 * which is the moment it is judged by (spec W2, X1, X2).
 */
public record Actor(
        long accountId,
        String userName,
        String name,
        Role role,
        Tier tier,
        long unitId,
        String unitName,
        String unitCode,
        String path,
        boolean initialPassword,
        String address,
        Instant arrived) {

    public Reach reach() {
        return new Reach(path);
    }
}
