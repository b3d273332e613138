package org.chengjie.account.web;

import java.util.List;
import org.chengjie.shared.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * What the page 两步验证 shows: how to begin, what to scan, or how to end.
 *
 * @param picture null unless it waits to be confirmed
 * @param secret the same to type in, in groups of four
 * @param codes shown once, right after it was confirmed
 */
public record SecondFactorPage(
        boolean confirmed,
        boolean required,
        @Nullable QrCode picture,
        String secret,
        List<String> codes,
        String fault) {}
