package org.chengjie.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as the common apps show them: SHA-1, 30 seconds, six
 * digits (spec A7).
 */
public final class Totp {

    public static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    public Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    public String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step a code belongs to: this one, the one before or the next, but none twice. */
    OptionalLong match(String typed, Instant now, long lastStep) {
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if (step > lastStep && code(step).equals(typed)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** For those who type it in: base 32, which 20 bytes fill without a rest. */
    public String base32() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = buffer << 8 | (b & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt(buffer >> (bits - 5) & 31));
            }
        }
        return text.toString();
    }

    /** What the app reads from the picture. */
    public String uri(String userName) {
        return "otpauth://totp/chengjie:" + userName + "?secret=" + base32() + "&issuer=chengjie";
    }
}
