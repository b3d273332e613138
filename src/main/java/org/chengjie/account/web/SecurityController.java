package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.chengjie.account.Accounts;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.Logins;
import org.chengjie.account.SecondFactors;
import org.chengjie.account.SignOut;
import org.chengjie.account.Token;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号安全: where one is signed in, and what else keeps others out (spec A5, A7). */
@Controller
class SecurityController {

    static final String PATH = "/account/security";

    private final Logins logins;
    private final SignOut signOut;
    private final SecondFactors factors;
    private final Accounts accounts;

    SecurityController(Logins logins, SignOut signOut, SecondFactors factors, Accounts accounts) {
        this.logins = logins;
        this.signOut = signOut;
        this.factors = factors;
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String done,
            Model model,
            HttpServletRequest request) {
        var said =
                switch (done) {
                    case "one" -> "已结束那一处登录。";
                    case "others" -> "已结束其他登录，只保留这一处。";
                    case "removed" -> "两步验证已取消。";
                    default -> "";
                };
        model.addAttribute(
                "security",
                new SecurityPage(
                        logins.of(actor, current(request)),
                        SecondFactors.offeredTo(actor),
                        factors.of(actor).filter(SecondFactors.Secret::confirmed).isPresent(),
                        factors.recoveryCodesLeft(actor),
                        accounts.informedAt(actor).orElse(null),
                        said));
        return "account/security";
    }

    @PostMapping("/account/logins/{login}/end")
    String end(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long login,
            HttpServletRequest request) {
        signOut.end(login, current(request), actor);
        return "redirect:" + PATH + "?done=one";
    }

    @PostMapping("/account/logins/others")
    String endOthers(@AuthenticationPrincipal Actor actor, HttpServletRequest request) {
        signOut.endOthers(current(request), actor);
        return "redirect:" + PATH + "?done=others";
    }

    private static Token current(HttpServletRequest request) {
        return LoginCookie.read(request).orElseThrow(Refusal::notFound);
    }
}
