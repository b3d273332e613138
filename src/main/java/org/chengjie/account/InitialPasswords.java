package org.chengjie.account;

import java.security.SecureRandom;

/**
 * Draws initial passwords that are read off paper and typed once: ten letters and digits, none that
 * look alike (spec A3).
 */
public final class InitialPasswords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final int LENGTH = 10;

    private InitialPasswords() {}

    public static String draw() {
        String drawn;
        do {
            var password = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                var alphabet = LETTERS + DIGITS;
                password.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
            }
            drawn = password.toString();
        } while (drawn.chars().noneMatch(Character::isDigit)
                || drawn.chars().noneMatch(Character::isLetter));
        return drawn;
    }
}
