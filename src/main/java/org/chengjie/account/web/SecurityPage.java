package org.chengjie.account.web;

import java.time.Instant;
import java.util.List;
import org.chengjie.account.Login;
import org.jspecify.annotations.Nullable;

/**
 * What the page 账号安全 shows.
 *
 * @param factor whether a second factor is offered to the account at all
 * @param confirmed whether it has one
 * @param informedAt when its holder was told what becomes of name and numbers, null before
 * @param said what has just been done, empty for nothing
 */
public record SecurityPage(
        List<Login> logins,
        boolean factor,
        boolean confirmed,
        int codesLeft,
        @Nullable Instant informedAt,
        String said) {}
