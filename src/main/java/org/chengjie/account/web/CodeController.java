package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.SecondStep;
import org.chengjie.account.SecondStep.Attempt;
import org.chengjie.account.SignIn.Outcome.Later;
import org.chengjie.account.SignIn.Outcome.Welcome;
import org.chengjie.account.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 两步验证 at sign-in: the code after the password (spec A7). */
@Controller
class CodeController {

    static final String PATH = "/sign-in/code";

    private static final String WRONG = "验证码不对，或已经用过。请等应用显示下一个验证码后再填。";

    private final SecondStep step;
    private final Clock clock;

    CodeController(SecondStep step, Clock clock) {
        this.step = step;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(Model model, HttpServletRequest request) {
        return asked(request).isPresent() ? page("", model) : "redirect:/";
    }

    @PostMapping(PATH)
    String answer(
            @RequestParam(required = false) @Nullable String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = LoginCookie.readStep(request);
        if (token.isEmpty()) {
            return "redirect:/";
        }
        var attempt =
                new Attempt(
                        token.get(),
                        Objects.requireNonNullElse(code, ""),
                        LoginCookie.read(request).orElse(null),
                        request.getRemoteAddr(),
                        Browser.name(request.getHeader(HttpHeaders.USER_AGENT)),
                        clock.instant());
        var outcome = step.attempt(attempt);
        if (outcome.isEmpty()) {
            LoginCookie.takeStep(request, response);
            return "redirect:/";
        }
        return switch (outcome.get()) {
            case Welcome(var login) -> {
                LoginCookie.takeStep(request, response);
                LoginCookie.give(login, request, response);
                yield "redirect:/";
            }
            case Later(var words, var seconds) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
                yield page(words, model);
            }
            default -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(WRONG, model);
            }
        };
    }

    private Optional<Token> asked(HttpServletRequest request) {
        return LoginCookie.readStep(request).filter(token -> step.asks(token, clock.instant()));
    }

    private static String page(String fault, Model model) {
        model.addAttribute("fault", fault);
        return "account/code";
    }
}
