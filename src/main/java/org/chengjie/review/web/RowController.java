package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Form;
import org.chengjie.filing.Pick;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Item;
import org.chengjie.review.PickedRows;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** One row with its whole history: beside the list, or as a page of its own (spec R2). */
@Controller
class RowController {

    private final PickedRows rows;
    private final Units units;
    private final Accounts accounts;
    private final Filings filings;

    RowController(PickedRows rows, Units units, Accounts accounts, Filings filings) {
        this.rows = rows;
        this.units = units;
        this.accounts = accounts;
        this.filings = filings;
    }

    @GetMapping("/province/rows/{row}")
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable("row") long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String beside) {
        var found = rows.ticked(officer.reach(), List.of(new Pick(id, 0)));
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        var school = units.find(found.getFirst().schoolId(), officer.reach());
        var form = filings.form(school.id(), school.path(), officer.reach());
        var item = item(form, id);
        var panel =
                new RowPanel(
                        school,
                        accounts.contactOf(school.id()),
                        form,
                        item,
                        form.row(item),
                        filings.history(form, officer.reach()));
        return new ModelAndView(
                beside == null ? "review/row" : "review/panel", Map.of("panel", panel));
    }

    private static Item item(Form form, long undertakingId) {
        return form.items().stream()
                .filter(item -> form.row(item).id() == undertakingId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
