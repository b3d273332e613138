package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.AccountCare;
import org.chengjie.account.Newcomer;
import org.chengjie.account.Officers;
import org.chengjie.account.UnitAccounts;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 省厅和市级账号: an administrator's colleagues and cities (spec 1, A5, A7). */
@Controller
@RequestMapping("/province/officers")
class OfficersController {

    private static final String PAGE = "/province/officers";

    private final Officers officers;
    private final AccountCare care;
    private final UnitAccounts accounts;

    OfficersController(Officers officers, AccountCare care, UnitAccounts accounts) {
        this.officers = officers;
        this.care = care;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor admin) {
        return page(admin, "", "", Role.REVIEWER, Map.of(), "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal Actor admin,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Role role) {
        var newcomer = new Newcomer(userName.strip(), name, "", role);
        var faults = newcomer.faults(admin);
        if (!faults.isEmpty()) {
            return page(admin, userName, name, role, faults, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var handed = officers.add(admin, newcomer);
            return HandedPage.of("已添加账号", List.of(handed), PAGE);
        } catch (Refusal refused) {
            var taken =
                    refused.kind() == Refusal.Kind.CONFLICT
                            ? Map.of(Newcomer.USER_NAME, refused.words())
                            : Map.<String, String>of();
            var problem = taken.isEmpty() ? refused.words() : "";
            return page(admin, userName, name, role, taken, problem, Statuses.of(refused));
        }
    }

    @PostMapping("/{account}/role")
    ModelAndView changeRole(
            @AuthenticationPrincipal Actor admin,
            @PathVariable long account,
            @RequestParam Role role) {
        return act(admin, () -> officers.changeRole(admin, account, role));
    }

    @PostMapping("/{account}/disable")
    ModelAndView disable(@AuthenticationPrincipal Actor admin, @PathVariable long account) {
        return act(admin, () -> care.disable(admin, account));
    }

    @PostMapping("/{account}/enable")
    ModelAndView enable(@AuthenticationPrincipal Actor admin, @PathVariable long account) {
        return act(admin, () -> care.enable(admin, account));
    }

    @PostMapping("/{account}/reset")
    ModelAndView reset(@AuthenticationPrincipal Actor admin, @PathVariable long account) {
        try {
            return HandedPage.of("已重置密码", care.reset(admin, List.of(account), ""), PAGE);
        } catch (Refusal refused) {
            return refused(admin, refused);
        }
    }

    /** Opens the account of a city. */
    @PostMapping("/cities/{unit}")
    ModelAndView open(@AuthenticationPrincipal Actor admin, @PathVariable long unit) {
        try {
            return HandedPage.of("已开通账号", List.of(care.open(admin, unit)), PAGE);
        } catch (Refusal refused) {
            return refused(admin, refused);
        }
    }

    private ModelAndView act(Actor admin, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + PAGE);
        } catch (Refusal refused) {
            return refused(admin, refused);
        }
    }

    private ModelAndView refused(Actor admin, Refusal refused) {
        return page(admin, "", "", Role.REVIEWER, Map.of(), refused.words(), Statuses.of(refused));
    }

    /** Whoever is no administrator is told so, by a page without any account on it. */
    private ModelAndView page(
            Actor admin,
            String userName,
            String name,
            Role role,
            Map<String, String> faults,
            String problem,
            HttpStatus status) {
        var page =
                new OfficersPage(
                        admin,
                        officers.of(admin),
                        accounts.all(Tier.CITY, admin.reach()),
                        userName,
                        name,
                        role,
                        faults,
                        problem);
        return new ModelAndView("administration/officers", Map.of("officers", page), status);
    }
}
