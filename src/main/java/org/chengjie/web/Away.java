package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends the browser to another page, also out of a request of htmx. */
final class Away {

    private Away() {}

    static void to(String path, HttpServletRequest request, HttpServletResponse response) {
        if (Asked.htmx(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("HX-Redirect", path);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }
    }
}
