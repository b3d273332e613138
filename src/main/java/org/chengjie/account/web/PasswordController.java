package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.PasswordChange;
import org.chengjie.account.PasswordChange.Attempt;
import org.chengjie.account.PasswordChange.Outcome.Changed;
import org.chengjie.account.PasswordChange.Outcome.Faulty;
import org.chengjie.shared.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 修改密码: the first time under compulsion and with the contact, later at will (spec A3, A4). */
@Controller
class PasswordController {

    private static final String FIRST = "/account/first-password";
    private static final String LATER = "/account/password";

    private final PasswordChange change;
    private final Accounts accounts;

    PasswordController(PasswordChange change, Accounts accounts) {
        this.change = change;
        this.accounts = accounts;
    }

    @GetMapping({FIRST, LATER})
    String show(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "false") boolean done,
            Model model) {
        return page(
                actor,
                PasswordForm.of(accounts.ownContact(actor)),
                Map.of(),
                done && !actor.initialPassword(),
                model);
    }

    @PostMapping({FIRST, LATER})
    String change(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute PasswordForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt =
                new Attempt(
                        form.oldPassword(),
                        form.newPassword(),
                        form.newPasswordAgain(),
                        actor.initialPassword() ? form.contact() : null,
                        !form.privacy().isEmpty(),
                        Browser.name(request.getHeader(HttpHeaders.USER_AGENT)));
        return switch (change.attempt(attempt, actor)) {
            case Faulty(var faults) -> {
                response.setStatus(422);
                yield page(actor, form, faults, false, model);
            }
            case Changed(var token) -> {
                LoginCookie.give(token, request, response);
                yield actor.initialPassword() ? "redirect:/" : "redirect:" + LATER + "?done=true";
            }
        };
    }

    private String page(
            Actor actor, PasswordForm form, Map<String, String> faults, boolean done, Model model) {
        model.addAttribute(
                "form", new PasswordPage(actor, change.rules(actor), form, faults, done));
        return "account/password";
    }
}
