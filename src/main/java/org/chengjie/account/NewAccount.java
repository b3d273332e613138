package org.chengjie.account;

import org.chengjie.shared.Role;

/**
 * An account to be opened (spec A2, A3).
 *
 * @param passwordHash from {@link Passwords#hash}; a batch with one initial password hashes it once
 * @param main whether it is the unit's own account, whose contact is the unit's
 */
public record NewAccount(
        long unitId, String userName, String passwordHash, Role role, boolean main) {}
