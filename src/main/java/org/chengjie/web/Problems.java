package org.chengjie.web;

import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
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
import org.springframework.transaction.TransactionSystemException;
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
        if (thrown instanceof TooMany many && !response.isCommitted()) {
            response.setHeader("Retry-After", String.valueOf(many.seconds()));
        }
        answer(problem(thrown), request, response);
    }

    void answer(Problem unnumbered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var problem = unnumbered.reference().isEmpty() ? logged(unnumbered, request) : unnumbered;
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
            var params =
                    Map.<String, Object>of("words", problem.words(), "number", number(problem));
            send(render("message.jte", params), JteView.HTML, response);
        } else {
            var page = pages.getObject().bare(request);
            var params = new HashMap<String, Object>();
            params.put("page", page);
            params.put("problem", problem);
            params.put("again", Again.of(problem, request));
            send(render("error.jte", params), JteView.HTML, response);
        }
    }

    private Problem problem(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> Problem.of(refusal);
            case TooMany many -> Problem.tooMany(many.seconds());
            case Counters.Full full -> Problem.busy();
            case Weight.TooHeavy heavy -> Problem.of(413);
            // What the server itself could not read: a file above the limit, a torn upload.
            case InvalidParameterException unread -> Problem.of(unread.getErrorCode());
            case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
                    Problem.of(known.getStatusCode().value());
            case TypeMismatchException typo -> Problem.of(400);
            case HttpMessageNotReadableException garbled -> Problem.of(400);
            case Throwable away when isAway(away) -> away(away);
            case ServletException wrapped when wrapped.getRootCause() != null ->
                    problem(wrapped.getRootCause());
            default -> fault(thrown);
        };
    }

    /** Whether it is that the database cannot be asked, or broke off in the middle. */
    private static boolean isAway(Throwable thrown) {
        return switch (thrown) {
            case CannotCreateTransactionException _ -> true;
            // Neither committed nor taken back.
            case TransactionSystemException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case TransientDataAccessException _ -> true;
            // A page asks for some things only while it is written.
            case TemplateException page when page.getCause() != null -> isAway(page.getCause());
            default -> false;
        };
    }

    private static Problem away(Throwable thrown) {
        var reference = reference();
        LOG.warn("Away {}: the database does not answer: {}", reference, thrown.getMessage());
        return Problem.away(reference);
    }

    /** A fault of which only the server knows: at least its number can be searched for. */
    Problem unexplained(int status, String path) {
        var reference = reference();
        LOG.error("Fault {}: status {} at {}", reference, status, path);
        return Problem.fault(reference);
    }

    private static Problem fault(Throwable thrown) {
        var reference = reference();
        LOG.error("Fault {}", reference, thrown);
        return Problem.fault(reference);
    }

    /**
     * The path without what was asked of it, and without breaks that make one line look like two.
     */
    private static Problem logged(Problem problem, HttpServletRequest request) {
        var number = reference();
        LOG.info(
                "Refused {}: status {} at {} {}",
                number,
                problem.status(),
                request.getMethod(),
                request.getRequestURI().replaceAll("\\p{Cntrl}", "?"));
        return problem.numbered(number);
    }

    /** A fault's words have it already. */
    private static String number(Problem problem) {
        return problem.words().contains(problem.reference()) ? "" : problem.reference();
    }

    static String reference() {
        var bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
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
