package org.chengjie.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.chengjie.filing.Copies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 查验盖章件, for anyone who holds one: without a sign-in, by its number and its code (spec F12). */
@Controller
class VerifyController {

    private final Copies copies;
    private final Misses misses;
    private final Clock clock;

    VerifyController(Copies copies, Misses misses, Clock clock) {
        this.copies = copies;
        this.misses = misses;
        this.clock = clock;
    }

    @GetMapping(PrintedCopy.VERIFY)
    ModelAndView show(
            @RequestParam(defaultValue = "") String no,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (no.isBlank() && code.isBlank()) {
            return page(VerifyPage.EMPTY, HttpStatus.OK);
        }
        var address = request.getRemoteAddr();
        var now = clock.instant();
        if (misses.tooMany(address, now)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "600");
            return page(
                    new VerifyPage(no, code, null, "没有查到的次数较多，请 10 分钟后再试。"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = copies.verify(no, code).orElse(null);
        if (found == null) {
            misses.note(address, now);
        }
        return page(
                new VerifyPage(no, code, found, ""),
                found == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }

    private static ModelAndView page(VerifyPage verify, HttpStatus status) {
        return new ModelAndView("filing/verify", Map.of("verify", verify), status);
    }
}
