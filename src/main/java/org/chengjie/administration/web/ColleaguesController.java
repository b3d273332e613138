package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.AccountCare;
import org.chengjie.account.Newcomer;
import org.chengjie.account.Officers;
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

/** 同事账号: the named colleagues of a school, beside its own account (spec 1, A2, A5). */
@Controller
@RequestMapping(ColleaguesController.PAGE)
class ColleaguesController {

    static final String PAGE = "/school/colleagues";

    private final Officers officers;
    private final AccountCare care;

    ColleaguesController(Officers officers, AccountCare care) {
        this.officers = officers;
        this.care = care;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Actor admin,
            @RequestParam(required = false) @Nullable Long edit) {
        var colleagues = officers.of(admin);
        var input =
                edit == null
                        ? ColleagueInput.next(colleagues)
                        : ColleagueInput.of(colleagues, edit).orElseThrow(Refusal::notFound);
        return page(admin, edit, input, Map.of(), "", HttpStatus.OK);
    }

    /** The answer shows the initial password, this once. */
    @PostMapping
    ModelAndView add(@AuthenticationPrincipal Actor admin, ColleagueInput input) {
        var newcomer = input.newcomer(admin);
        var faults = newcomer.faults(admin);
        if (!faults.isEmpty()) {
            return page(admin, null, input, faults, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return HandedPage.of("已添加同事", List.of(officers.add(admin, newcomer)), PAGE);
        } catch (Refusal refused) {
            return refused.kind() == Refusal.Kind.CONFLICT
                    ? page(
                            admin,
                            null,
                            input,
                            Map.of(Newcomer.USER_NAME, refused.words()),
                            "",
                            HttpStatus.CONFLICT)
                    : page(admin, null, input, Map.of(), refused.words(), Statuses.of(refused));
        }
    }

    @PostMapping("/{account}")
    ModelAndView change(
            @AuthenticationPrincipal Actor admin,
            @PathVariable long account,
            ColleagueInput input) {
        var faults = input.personFaults(admin);
        if (!faults.isEmpty()) {
            return page(admin, account, input, faults, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return act(
                admin,
                () -> officers.change(admin, account, input.name(), input.mobile(), input.role()));
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

    private ModelAndView act(Actor admin, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + PAGE);
        } catch (Refusal refused) {
            return refused(admin, refused);
        }
    }

    private ModelAndView refused(Actor admin, Refusal refused) {
        var status = Statuses.of(refused);
        var input = ColleagueInput.next(officers.of(admin));
        return page(admin, null, input, Map.of(), refused.words(), status);
    }

    /** Whoever is no administrator is told so, by a page without any account on it. */
    private ModelAndView page(
            Actor admin,
            @Nullable Long edited,
            ColleagueInput input,
            Map<String, String> faults,
            String problem,
            HttpStatus status) {
        var page = new ColleaguesPage(admin, officers.of(admin), edited, input, faults, problem);
        return new ModelAndView("administration/colleagues", Map.of("colleagues", page), status);
    }
}
