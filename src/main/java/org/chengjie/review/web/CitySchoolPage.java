package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Contact;
import org.chengjie.filing.Form;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Totals;
import org.chengjie.filing.Undertaking;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.review.CitySchool;
import org.chengjie.review.CityVerdict;
import org.chengjie.review.Opinion;
import org.chengjie.review.OpinionPick;
import org.chengjie.review.Stance;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The submitted rows of one 中职, as its city reads them (spec R6).
 *
 * @param opinions what the city has said, by row
 * @param attempt what was asked for and refused, if anything
 * @param outcome what became of the last opinion
 * @param said the opinion just given; null on a fresh page
 * @param next another school that the city owes an opinion; null where there is none
 */
public record CitySchoolPage(
        Actor officer,
        CitySchool school,
        Form form,
        Contact contact,
        boolean revealed,
        CityVerdict verdict,
        Map<Long, Opinion> opinions,
        OpinionAttempt attempt,
        Outcome outcome,
        @Nullable Stance said,
        @Nullable Long next) {

    /** A city calls the office; the mobile is shown on demand, which is noted (spec X2). */
    public String mobile() {
        return revealed ? contact.mobile() : Contact.masked(contact.mobile());
    }

    public boolean submitted() {
        var filing = form.filing();
        return filing != null && filing.submitted();
    }

    public List<Area> areas() {
        return submitted()
                ? form.plan().areas().stream().filter(area -> !rows(area).isEmpty()).toList()
                : List.of();
    }

    public List<Item> rows(Area area) {
        return form.items(area).stream().filter(item -> shown(form.row(item))).toList();
    }

    public Totals intended() {
        var filing = form.filing();
        return filing == null ? form.ticked() : filing.intended(form.items());
    }

    /** Whether the city may speak of the row now. */
    public boolean open(Undertaking row) {
        return verdict.allowed() && row.stage() == Stage.SUBMITTED;
    }

    /** Whether there is any row that it may speak of. */
    public boolean anyOpen() {
        return verdict.allowed() && form.items().stream().anyMatch(item -> open(form.row(item)));
    }

    public OpinionPick pick(Undertaking row) {
        return OpinionPick.of(row.id(), row.version(), opinions.get(row.id()));
    }

    public boolean first(Item item) {
        return form.items().stream()
                .filter(other -> other.taskNo() == item.taskNo() && shown(form.row(other)))
                .findFirst()
                .map(other -> other.id() == item.id())
                .orElse(false);
    }

    private static boolean shown(Undertaking row) {
        return row.undertaken() && row.stage() != Stage.DRAFT;
    }
}
