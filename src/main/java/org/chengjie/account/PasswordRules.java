package org.chengjie.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a new password must be like (spec A4): the manual's bounds, and not a common one. */
public record PasswordRules(int min, int max) {

    private static final Set<String> COMMON = common();

    /** What is wrong with it, in words; empty if nothing is. */
    public Optional<String> fault(String password, String userName) {
        if (password.isEmpty()) {
            return Optional.of("还没有填新密码。");
        }
        if (!password.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return Optional.of("密码只能用键盘上的字母、数字和符号，不能有空格和全角字符。");
        }
        if (password.length() < min || password.length() > max || !mixed(password)) {
            return Optional.of("密码应为 " + length() + "，数字和字母混合。");
        }
        if (password.equalsIgnoreCase(userName)) {
            return Optional.of("密码不能和用户名相同，请另换一个。");
        }
        if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
            return Optional.of("这是常见密码，容易被人猜到，请另换一个。");
        }
        return Optional.empty();
    }

    /** {@code 6–20 位} */
    public String length() {
        return min + "–" + max + " 位";
    }

    private static boolean mixed(String password) {
        return password.chars().anyMatch(Character::isDigit)
                && password.chars().anyMatch(Character::isLetter);
    }

    private static Set<String> common() {
        try (var file = PasswordRules.class.getResourceAsStream("/account/common-passwords.txt");
                var reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
