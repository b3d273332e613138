package org.chengjie.account;

import org.chengjie.shared.Role;

/** An account that an administrator answers for. */
record Charge(
        long id,
        String userName,
        long unitId,
        String unitName,
        String path,
        Role role,
        boolean disabled) {}
