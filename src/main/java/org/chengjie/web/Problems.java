package org.chengjie.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.chengjie.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns whatever went wrong into an answer of the kind that was asked for: a page, a message in
 * place (htmx), or JSON (spec X3). Filters, controllers and the server itself all end here.
 */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Body(String message, String reference) {}

    private final TemplateEngine templates;
    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<RefusedAttempts> attempts;
    private final JsonMapper json;

    Problems(
            TemplateEngine templates,
            ObjectProvider<Pages> pages,
            ObjectProvider<RefusedAttempts> attempts,
            JsonMapper json) {
        this.templates = templates;
        this.pages = pages;
        this.attempts = attempts;
        this.json = json;
    }

    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(problem(thrown), request, response);
    }

    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        attempts.getObject().tell(problem, request);
        response.resetBuffer();
        response.setHeader("Content-Disposition", null);
        response.setStatus(problem.status());
        if (Asked.json(request)) {
            var body = new Body(problem.words(), problem.reference());
            send(json.writeValueAsBytes(body), MediaType.APPLICATION_JSON_VALUE, response);
        } else if (Asked.htmx(request)) {
            // To the frame's place for messages, not to where the answer was meant for.
            response.setHeader("HX-Retarget", "#alert");
            response.setHeader("HX-Reswap", "innerHTML show:#alert:top");
            send(render("message.jte", Map.of("words", problem.words())), JteView.HTML, response);
        } else {
            var page = pages.getObject().bare(request);
            var params = Map.<String, Object>of("page", page, "problem", problem);
            send(render("error.jte", params), JteView.HTML, response);
        }
    }

    private Problem problem(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> Problem.of(refusal);
            case Weight.TooHeavy heavy -> Problem.of(413);
            // What the server itself could not read: a file above the limit, a torn upload.
            case InvalidParameterException unread -> Problem.of(unread.getErrorCode());
            case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
                    Problem.of(known.getStatusCode().value());
            case TypeMismatchException typo -> Problem.of(400);
            case HttpMessageNotReadableException garbled -> Problem.of(400);
            case CannotCreateTransactionException away -> away(away);
            case DataAccessResourceFailureException away -> away(away);
            case TransientDataAccessException away -> away(away);
            case ServletException wrapped when wrapped.getRootCause() != null ->
                    problem(wrapped.getRootCause());
            default -> fault(thrown);
        };
    }

    private static Problem away(Throwable thrown) {
        LOG.warn("The database does not answer: {}", thrown.getMessage());
        return Problem.of(503);
    }

    private static Problem fault(Throwable thrown) {
        var bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error("Fault {}", reference, thrown);
        return Problem.fault(reference);
    }

    private byte[] render(String template, Map<String, Object> params) {
        var output = new Utf8ByteOutput();
        templates.render(template, params, output);
        return output.toByteArray();
    }

    private static void send(byte[] bytes, String type, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
