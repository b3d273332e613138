package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.chengjie.account.Captchas;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.SignIn;
import org.chengjie.account.SignIn.Outcome.Closed;
import org.chengjie.account.SignIn.Outcome.Code;
import org.chengjie.account.SignIn.Outcome.Later;
import org.chengjie.account.SignIn.Outcome.Welcome;
import org.chengjie.account.SignIn.Outcome.Wrong;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The entrance: sign-in, the picture, and whom to ask (spec A1, A5, P1). */
@Controller
class EntranceController {

    private static final String IDLE = "30 分钟没有操作，已为您退出。填过的内容都在，登录后继续。";
    private static final String WRONG = "用户名或密码不对。请检查后再试。";
    private static final String EXPIRED = "验证已过期，正在重新验证。用户名和密码还在，请稍候再点“登录”。";
    private static final String MISREAD = "验证码不对，已换一张。用户名和密码还在，请只重填验证码。";

    private final SignIn signIn;
    private final Captchas captchas;
    private final Units units;
    private final ProvinceContacts contacts;
    private final Clock clock;

    EntranceController(
            SignIn signIn, Captchas captchas, Units units, ProvinceContacts contacts, Clock clock) {
        this.signIn = signIn;
        this.captchas = captchas;
        this.units = units;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(
            @AuthenticationPrincipal @Nullable Actor actor,
            @RequestParam(required = false) @Nullable Long province,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor != null) {
            return "redirect:" + Home.of(actor.tier());
        }
        var leftBehind = LoginCookie.read(request).isPresent();
        if (leftBehind) {
            LoginCookie.take(request, response);
        }
        model.addAttribute("people", people(province));
        return page(SignInForm.EMPTY, leftBehind ? IDLE : "", "", "", model, request);
    }

    @PostMapping("/sign-in")
    String signIn(
            @ModelAttribute SignInForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refuseOpenWire(request);
        var now = clock.instant();
        if (!captchas.passes(form.captchaId(), form.read(), form.worked(), now)) {
            return again(
                    form,
                    "",
                    form.worked().isEmpty() ? MISREAD : EXPIRED,
                    model,
                    request,
                    response);
        }
        var attempt =
                new SignIn.Attempt(
                        form.chosen(),
                        form.name(),
                        form.secret(),
                        LoginCookie.read(request).orElse(null),
                        request.getRemoteAddr(),
                        Browser.name(request.getHeader(HttpHeaders.USER_AGENT)),
                        now);
        return switch (signIn.attempt(attempt)) {
            case Closed(var words) -> again(form, words, "", model, request, response);
            case Later(var words, var seconds) -> {
                again(form, words, "", model, request, response);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
                yield "account/entrance";
            }
            case Wrong() -> again(form, WRONG, "", model, request, response);
            case Code(var token) -> {
                LoginCookie.giveStep(token, request, response);
                yield "redirect:" + CodeController.PATH;
            }
            case Welcome(var token) -> {
                LoginCookie.give(token, request, response);
                yield "redirect:/";
            }
        };
    }

    @GetMapping("/captcha")
    String captcha(Model model) {
        model.addAttribute("captcha", captchas.draw(clock.instant()).orElse(null));
        model.addAttribute("focus", true);
        return "account/captcha";
    }

    @GetMapping("/contacts")
    String contacts(@RequestParam(required = false) @Nullable Long province, Model model) {
        model.addAttribute("people", people(province));
        return "account/people";
    }

    private String again(
            SignInForm form,
            String signInFault,
            String captchaFault,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("people", people(null));
        return page(form, "", signInFault, captchaFault, model, request);
    }

    private String page(
            SignInForm form,
            String notice,
            String signInFault,
            String captchaFault,
            Model model,
            HttpServletRequest request) {
        model.addAttribute(
                "entrance",
                new Entrance(
                        form.chosen(),
                        form.name(),
                        // What was typed costs nothing while it was not judged.
                        signInFault.equals(WRONG) ? "" : form.secret(),
                        notice,
                        signInFault,
                        captchaFault,
                        captchas.draw(clock.instant()).orElse(null),
                        !form.worked().isEmpty(),
                        units.provinces(),
                        Browser.words(request.getHeader(HttpHeaders.USER_AGENT))));
        return "account/entrance";
    }

    private ProvincePeople people(@Nullable Long province) {
        return new ProvincePeople(province, province == null ? List.of() : contacts.of(province));
    }

    /** Over plain http a password could be read on its way; on the machine itself there is none. */
    private static void refuseOpenWire(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var here =
                address.startsWith("127.")
                        || address.equals("::1")
                        || address.equals("0:0:0:0:0:0:0:1");
        if (!request.isSecure() && !here) {
            throw Refusal.notAllowed("为保护您的密码，请用 https:// 开头的地址登录。");
        }
    }
}
