package org.chengjie.review.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of lists: a path and the parts of its query string, each encoded already. */
final class Links {

    private Links() {}

    static String to(String path, String... parts) {
        var query =
                Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
