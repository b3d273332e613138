package org.chengjie.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes on paper for whoever has lost the second factor: {@code K7QF-M3XN-P9TA} (spec A7). */
final class RecoveryCodes {

    static final int COUNT = 8;

    private static final String SIGNS = "34679ACDEFGHJKMNPQRTUVWXY";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> draw() {
        return Stream.generate(RecoveryCodes::one).distinct().limit(COUNT).toList();
    }

    private static String one() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == 4 || i == 8 ? "-" : "")
                    .append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** Over fifty random bits need no slow hash. */
    static byte[] hash(String typed) {
        var plain = typed.replaceAll("[\\s—–-]", "").toUpperCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
