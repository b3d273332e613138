package org.chengjie.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries the {@link Token}. Over plain http, which only the machine itself may
 * use, a browser would not take the stricter name.
 */
public final class LoginCookie {

    private static final String LOGIN = "login";
    private static final String STEP = "login-step";

    private LoginCookie() {}

    public static Optional<Token> read(HttpServletRequest request) {
        return read(LOGIN, request);
    }

    /** The token under which the code is asked for after the password. */
    public static Optional<Token> readStep(HttpServletRequest request) {
        return read(STEP, request);
    }

    private static Optional<Token> read(String purpose, HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(purpose, request)))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .map(Token::new)
                        .findFirst();
    }

    public static void give(Token token, HttpServletRequest request, HttpServletResponse response) {
        write(LOGIN, token.value(), -1, request, response);
    }

    public static void giveStep(
            Token token, HttpServletRequest request, HttpServletResponse response) {
        write(STEP, token.value(), -1, request, response);
    }

    public static void take(HttpServletRequest request, HttpServletResponse response) {
        write(LOGIN, "", 0, request, response);
    }

    public static void takeStep(HttpServletRequest request, HttpServletResponse response) {
        write(STEP, "", 0, request, response);
    }

    private static void write(
            String purpose,
            String value,
            long age,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name(purpose, request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(String purpose, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + purpose : purpose;
    }
}
