package org.chengjie.account.web;

import java.util.List;
import org.chengjie.account.Captchas.Captcha;
import org.chengjie.account.Door;
import org.chengjie.organisation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What the entrance page shows.
 *
 * @param notice why one has been sent here, empty for those who came by themselves
 * @param captcha null where none is asked for
 * @param works whether the browser works instead of a person reading
 */
public record Entrance(
        Door door,
        String userName,
        String password,
        String notice,
        String signInFault,
        String captchaFault,
        @Nullable Captcha captcha,
        boolean works,
        List<Unit> provinces,
        String browser) {}
