package org.chengjie.account;

import java.time.Instant;
import org.chengjie.organisation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A unit with its own account, or with none yet.
 *
 * @param kind of a school; null for the others
 * @param accountId null where there is no account
 * @param userName the account's, or the one it will have
 * @param signedInAt the last time; null where never
 */
public record UnitAccount(
        long unitId,
        String code,
        String name,
        @Nullable Kind kind,
        String city,
        String path,
        @Nullable Long accountId,
        String userName,
        @Nullable Instant signedInAt,
        AccountState state) {}
