package org.chengjie.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.SignOut;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SignOutController {

    private final SignOut signOut;

    SignOutController(SignOut signOut) {
        this.signOut = signOut;
    }

    @PostMapping("/sign-out")
    String leave(
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        LoginCookie.read(request).ifPresent(token -> signOut.leave(token, actor));
        LoginCookie.take(request, response);
        return "redirect:/";
    }
}
