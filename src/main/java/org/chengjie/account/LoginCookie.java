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

    private LoginCookie() {}

    public static Optional<Token> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .map(Token::new)
                        .findFirst();
    }

    public static void give(Token token, HttpServletRequest request, HttpServletResponse response) {
        write(token.value(), -1, request, response);
    }

    public static void take(HttpServletRequest request, HttpServletResponse response) {
        write("", 0, request, response);
    }

    private static void write(
            String value, long age, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-login" : "login";
    }
}
