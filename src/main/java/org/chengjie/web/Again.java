package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form that the platform could not take just now, to be sent once more from the page that says
 * so: what was typed is not lost, whatever the browser does on the way back (spec F5, X3).
 */
public record Again(String action, List<Field> fields) {

    /** One field as it was sent. */
    public record Field(String name, String value) {}

    /** Pages of which a field is a secret whatever it is called: the codes of a second factor. */
    private static final Pattern SECRETS = Pattern.compile("/sign-in.*|/account/.*");

    /** None where sending once more does not help, or where a password would be written down. */
    static @Nullable Again of(Problem problem, HttpServletRequest request) {
        if ((problem.status() != 429 && problem.status() < 500)
                || !request.getMethod().equals("POST")
                || !Weight.wasRead(request)) {
            return null;
        }
        var fields =
                request.getParameterMap().entrySet().stream()
                        .flatMap(field ->
                                Arrays.stream(field.getValue())
                                        .map(value -> new Field(field.getKey(), value)))
                        .toList();
        return SECRETS.matcher(request.getRequestURI()).matches()
                        || fields.stream().anyMatch(Again::secret)
                ? null
                : new Again(request.getRequestURI(), fields);
    }

    private static boolean secret(Field field) {
        return field.name().toLowerCase(Locale.ROOT).contains("password");
    }
}
