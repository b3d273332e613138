package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.account.AccountCare;
import org.chengjie.account.AccountState;
import org.chengjie.account.FixedInitial;
import org.chengjie.account.UnitAccount;
import org.chengjie.account.UnitAccounts;
import org.chengjie.administration.AccountBatch;
import org.chengjie.administration.BatchOrder;
import org.chengjie.administration.BatchScope;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 账号管理: the accounts of a province's schools (spec A3, A5). */
@Controller
@RequestMapping("/province/accounts")
class AccountsController {

    private static final int PAGE = 50;

    private final UnitAccounts accounts;
    private final AccountBatch batch;
    private final AccountCare care;
    private final FixedInitial fixedInitial;

    AccountsController(
            UnitAccounts accounts,
            AccountBatch batch,
            AccountCare care,
            FixedInitial fixedInitial) {
        this.accounts = accounts;
        this.batch = batch;
        this.care = care;
        this.fixedInitial = fixedInitial;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor officer, AccountsView view) {
        return page(officer, view, null, List.of(), "", "", HttpStatus.OK);
    }

    @PostMapping("/batches")
    ModelAndView issue(
            @AuthenticationPrincipal Actor officer,
            AccountsView view,
            @RequestParam BatchScope scope,
            @RequestParam(defaultValue = "false") boolean fixed,
            @RequestParam(required = false) @Nullable List<Long> school) {
        var picked = school == null ? List.<Long>of() : school;
        try {
            long job =
                    batch.ask(
                            officer,
                            new BatchOrder(
                                    scope,
                                    scope == BatchScope.SELECTED ? picked : List.of(),
                                    fixed));
            return new ModelAndView("redirect:/jobs/" + job);
        } catch (Refusal refused) {
            return page(officer, view, scope, picked, "", refused.words(), Statuses.of(refused));
        }
    }

    /** The answer shows the new passwords, this once. */
    @PostMapping("/resets")
    ModelAndView reset(
            @AuthenticationPrincipal Actor officer,
            AccountsView view,
            @RequestParam(required = false) @Nullable List<Long> school,
            @RequestParam(defaultValue = "") String reason) {
        var picked = school == null ? List.<Long>of() : school;
        try {
            var handed = care.resetUnits(officer, picked, reason);
            return HandedPage.of("已重置密码", handed, view.url());
        } catch (Refusal refused) {
            return page(officer, view, null, picked, reason, refused.words(), Statuses.of(refused));
        }
    }

    @PostMapping("/{account}/disable")
    ModelAndView disable(
            @AuthenticationPrincipal Actor officer, AccountsView view, @PathVariable long account) {
        return act(officer, view, () -> care.disable(officer, account));
    }

    @PostMapping("/{account}/enable")
    ModelAndView enable(
            @AuthenticationPrincipal Actor officer, AccountsView view, @PathVariable long account) {
        return act(officer, view, () -> care.enable(officer, account));
    }

    private ModelAndView act(Actor officer, AccountsView view, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + view.url());
        } catch (Refusal refused) {
            return page(officer, view, null, List.of(), "", refused.words(), Statuses.of(refused));
        }
    }

    private ModelAndView page(
            Actor officer,
            AccountsView view,
            @Nullable BatchScope scope,
            List<Long> picked,
            String reason,
            String problem,
            HttpStatus status) {
        var counts = accounts.counts(officer.reach(), view.words());
        var found =
                accounts.schools(
                        officer.reach(), view.state(), view.words(), view.after(), PAGE + 1);
        List<UnitAccount> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var page =
                new AccountsPage(
                        officer,
                        view,
                        counts,
                        shown,
                        found.size() > PAGE ? shown.getLast().code() : null,
                        fixedInitial.allowed(),
                        scope != null ? scope : usual(counts),
                        Set.copyOf(picked),
                        reason,
                        problem);
        return new ModelAndView("administration/accounts", Map.of("accounts", page), status);
    }

    private static BatchScope usual(Map<AccountState, Integer> counts) {
        return counts.containsKey(AccountState.NONE) ? BatchScope.NO_ACCOUNT : BatchScope.SELECTED;
    }
}
