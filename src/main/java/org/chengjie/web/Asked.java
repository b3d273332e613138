package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of answer a request asks for. */
final class Asked {

    private Asked() {}

    static boolean json(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("application/json");
    }

    static boolean htmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
