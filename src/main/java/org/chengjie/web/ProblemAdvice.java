package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a controller throws becomes a {@link Problem}. */
@ControllerAdvice
class ProblemAdvice {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        // The security filters know what to do about these.
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown;
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException method) {
            var allowed = method.getSupportedMethods();
            response.setHeader("Allow", allowed == null ? "" : String.join(", ", allowed));
        }
        problems.answer(thrown, request, response);
    }

    /** Nobody reads the answer any more. */
    @ExceptionHandler
    void gone(org.springframework.web.context.request.async.AsyncRequestNotUsableException gone)
            throws IOException {}
}
