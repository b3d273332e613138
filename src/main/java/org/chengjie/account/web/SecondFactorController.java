package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.chengjie.account.OwnPassword;
import org.chengjie.account.SecondFactorRemoval;
import org.chengjie.account.SecondFactors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.QrCode;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 两步验证: set up with a picture and a code, ended with password and code (spec A7). */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorController {

    private final SecondFactors factors;
    private final OwnPassword ownPassword;
    private final SecondFactorRemoval removal;

    SecondFactorController(
            SecondFactors factors, OwnPassword ownPassword, SecondFactorRemoval removal) {
        this.factors = factors;
        this.ownPassword = ownPassword;
        this.removal = removal;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Actor actor, Model model) {
        return page(actor, List.of(), "", model);
    }

    @PostMapping
    String begin(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        if (!SecondFactors.offeredTo(actor)) {
            throw Refusal.notFound();
        }
        var fault = ownPassword.fault(password, actor);
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, List.of(), fault.get(), model);
        }
        factors.begin(actor);
        return "redirect:/account/second-factor";
    }

    @PostMapping("/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        var codes = factors.confirm(actor, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, codes, "验证码不对。请核对手机时间是否准确，再填应用现在显示的 6 位数字。", model);
        }
        return page(actor, codes, "", model);
    }

    @PostMapping("/removal")
    String remove(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        var fault = removal.attempt(actor, password, code);
        if (fault.isEmpty()) {
            return "redirect:" + SecurityController.PATH + "?done=removed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, List.of(), fault, model);
    }

    private String page(Actor actor, List<String> codes, String fault, Model model) {
        if (!SecondFactors.offeredTo(actor)) {
            throw Refusal.notFound();
        }
        var secret = factors.of(actor);
        var waiting =
                secret.filter(one -> !one.confirmed())
                        .map(SecondFactors.Secret::clock)
                        .orElse(null);
        model.addAttribute(
                "factor",
                new SecondFactorPage(
                        secret.isPresent() && waiting == null,
                        factors.required(),
                        waiting == null ? null : QrCode.of(waiting.uri(actor.userName())),
                        waiting == null ? "" : waiting.base32().replaceAll("(.{4})(?!$)", "$1 "),
                        codes,
                        fault));
        return "account/second-factor";
    }
}
