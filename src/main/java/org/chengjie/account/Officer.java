package org.chengjie.account;

import java.time.Instant;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account of the administrator's own unit (spec 1).
 *
 * @param main whether it is the unit's own, made from its code
 * @param signedInAt the last time; null where never
 */
public record Officer(
        long id,
        String userName,
        String name,
        String mobile,
        Role role,
        boolean main,
        boolean initialPassword,
        boolean disabled,
        @Nullable Instant signedInAt) {

    public AccountState state() {
        if (disabled) {
            return AccountState.DISABLED;
        }
        if (!initialPassword) {
            return AccountState.OWN;
        }
        return signedInAt == null ? AccountState.NEVER_SIGNED_IN : AccountState.INITIAL;
    }
}
