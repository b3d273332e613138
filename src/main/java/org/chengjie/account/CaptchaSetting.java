package org.chengjie.account;

/** Whether the sign-in picture is asked for: off only where a trial runs on its own database. */
record CaptchaSetting(boolean on) {

    CaptchaSetting(String setting, boolean embedded) {
        this(!setting.equals("off"));
        if (!on && !embedded) {
            throw new IllegalStateException(
                    "chengjie.captcha=off is for trials on the embedded database only. Remove the setting, or unset DATABASE_URL.");
        }
    }
}
