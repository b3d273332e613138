package org.chengjie.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What a browser works out in place of reading the picture: for each part a number that makes the
 * SHA-256 of {@code id:part:number} begin with so many zero bits (spec A5). Many small parts take
 * about the same time every time; one large one would not.
 */
public final class Proof {

    public static final int PARTS = 16;

    /** Half a million hashes in all: about a second of an office computer. */
    public static final int ZERO_BITS = 15;

    /** Sixteen numbers of nine digits at most, with commas. */
    private static final int LONGEST = PARTS * 10;

    private Proof() {}

    static boolean proves(UUID id, String numbers) {
        if (numbers.length() > LONGEST) {
            return false;
        }
        var parts = numbers.split(",", -1);
        if (parts.length != PARTS) {
            return false;
        }
        for (int part = 0; part < PARTS; part++) {
            if (!parts[part].matches("\\d{1,9}")
                    || !begins(sha256(id + ":" + part + ":" + parts[part]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(byte[] hash) {
        int head = (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8;
        return head >>> (32 - ZERO_BITS) == 0;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
