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

    /** Somebody who is not, or not yet, known: who typed this user name, say (spec X1). */
    public static Actor unknown(String userName, String address, Instant arrived) {
        return new Actor(
                0, userName, "", Role.VIEWER, Tier.SCHOOL, 0, "", "", "/", false, address, arrived);
    }

    public boolean known() {
        return accountId != 0;
    }

    /**
     * Whether it is the unit's own account, which its code names, and not a colleague's (spec A2).
     */
    public boolean ownAccount() {
        return userName.equals(unitCode);
    }

    public Reach reach() {
        return new Reach(path);
    }
}
