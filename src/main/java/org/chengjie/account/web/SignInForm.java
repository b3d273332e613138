package org.chengjie.account.web;

import java.util.Objects;
import java.util.UUID;
import org.chengjie.account.Door;
import org.jspecify.annotations.Nullable;

/** What is typed at the entrance; a field that is missing is as good as empty. */
record SignInForm(
        @Nullable Door door,
        @Nullable String userName,
        @Nullable String password,
        @Nullable UUID captchaId,
        @Nullable String captcha,
        @Nullable String work) {

    static final SignInForm EMPTY = new SignInForm(null, null, null, null, null, null);

    Door chosen() {
        return Objects.requireNonNullElse(door, Door.SCHOOL);
    }

    String name() {
        return Objects.requireNonNullElse(userName, "").strip();
    }

    String secret() {
        return Objects.requireNonNullElse(password, "");
    }

    String read() {
        return Objects.requireNonNullElse(captcha, "");
    }

    /** What the browser has worked out in place of reading. */
    String worked() {
        return Objects.requireNonNullElse(work, "");
    }
}
