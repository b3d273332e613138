package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.AccountCare;
import org.chengjie.account.SecondFactors;
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

/** The ministry's care of the provinces' own accounts (spec A5, A7). */
@Controller
@RequestMapping("/ministry/accounts")
class ProvinceAccountsController {

    private static final String PAGE = "/ministry/accounts";

    private final UnitAccounts accounts;
    private final AccountCare care;
    private final SecondFactors factors;

    ProvinceAccountsController(UnitAccounts accounts, AccountCare care, SecondFactors factors) {
        this.accounts = accounts;
        this.care = care;
        this.factors = factors;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor reader) {
        return page(reader, "", HttpStatus.OK);
    }

    @PostMapping("/{unit}/open")
    ModelAndView open(@AuthenticationPrincipal Actor admin, @PathVariable long unit) {
        try {
            return HandedPage.of("已开通账号", List.of(care.open(admin, unit)), PAGE);
        } catch (Refusal refused) {
            return page(admin, refused.words(), Statuses.of(refused));
        }
    }

    @PostMapping("/{unit}/reset")
    ModelAndView reset(@AuthenticationPrincipal Actor admin, @PathVariable long unit) {
        try {
            return HandedPage.of("已重置密码", care.resetUnits(admin, List.of(unit), ""), PAGE);
        } catch (Refusal refused) {
            return page(admin, refused.words(), Statuses.of(refused));
        }
    }

    /** Whether every account of province and ministry must have a second factor (spec A7). */
    @PostMapping("/second-factor")
    String require(
            @AuthenticationPrincipal Actor admin,
            @RequestParam(defaultValue = "false") boolean required) {
        factors.require(admin, required);
        return "redirect:" + PAGE;
    }

    private ModelAndView page(Actor reader, String problem, HttpStatus status) {
        return new ModelAndView(
                "administration/provinces",
                Map.of(
                        "provinces",
                        accounts.all(Tier.PROVINCE, reader.reach()),
                        "mayManage",
                        reader.role() == Role.ADMIN,
                        "required",
                        factors.required(),
                        "problem",
                        problem),
                status);
    }
}
