package org.chengjie.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.SchoolPicks;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Carries out a decision on the rows of many schools, one transaction a school; one row or
 * thousands go this way (spec R4).
 */
@Component
public class DecisionRun {

    private final Decisions decisions;
    private final Units units;
    private final Accounts accounts;

    DecisionRun(Decisions decisions, Units units, Accounts accounts) {
        this.decisions = decisions;
        this.units = units;
        this.accounts = accounts;
    }

    /**
     * Goes on with the next school where one is refused; every row left as it is has its line. An
     * officer who meanwhile may decide no longer is refused from the next school on.
     *
     * @param told how many rows have been dealt with, after each school
     */
    public Outcome run(Actor by, long decisionId, List<SchoolPicks> schools, IntConsumer told) {
        int moved = 0;
        var missed = new ArrayList<String>();
        for (var school : schools) {
            try {
                if (!accounts.mayStillChange(by)) {
                    throw Refusal.notAllowed("您的账号现在不能审核，这所学校的行没有改动。请联系本单位管理员。");
                }
                var outcome = decisions.carryOut(by, decisionId, school);
                moved += outcome.moved();
                if (!outcome.missed().isEmpty()) {
                    var name = name(by, school);
                    outcome.missed().forEach(line -> missed.add(name + " " + line));
                }
            } catch (Refusal refused) {
                missed.add(name(by, school) + "：" + refused.words());
            }
            told.accept(school.picks().size());
        }
        return new Outcome(moved, missed);
    }

    private String name(Actor by, SchoolPicks school) {
        try {
            return units.find(school.schoolId(), by.reach()).name();
        } catch (Refusal gone) {
            return "一所学校";
        }
    }
}
