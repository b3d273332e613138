package org.chengjie;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import org.chengjie.account.Totp;

/** The app on the holder's phone: given the key that the page shows, it shows codes. */
public final class Authenticator {

    private final Totp clock;

    public Authenticator(String shownKey) {
        this.clock = new Totp(decoded(shownKey));
    }

    /** The code of so many steps before or after the one at this time. */
    public String code(Instant at, int steps) {
        return clock.code(Totp.step(at) + steps);
    }

    /** Base 32 of RFC 4648, by way of Java's own of other digits. */
    private static byte[] decoded(String shown) {
        var digits = new StringBuilder();
        shown.replace(" ", "")
                .chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(digit -> digits.append(Character.forDigit(digit, 32)));
        var bytes = new BigInteger(digits.toString(), 32).toByteArray();
        var tail =
                Arrays.copyOfRange(
                        bytes, Math.max(0, bytes.length - Totp.SECRET_BYTES), bytes.length);
        var whole = new byte[Totp.SECRET_BYTES];
        System.arraycopy(tail, 0, whole, whole.length - tail.length, tail.length);
        return whole;
    }
}
