package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Newcomer;
import org.chengjie.account.Officer;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a school: its own, and its colleagues'.
 *
 * @param edited the colleague whose details are in the form; null where it is for a new one
 * @param input what stands in the form
 * @param faults field → what is wrong with it
 * @param problem why a request was refused; empty where it was not
 */
public record ColleaguesPage(
        Actor admin,
        List<Officer> accounts,
        @Nullable Long edited,
        ColleagueInput input,
        Map<String, String> faults,
        String problem) {

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    public String action() {
        return edited == null
                ? ColleaguesController.PAGE
                : ColleaguesController.PAGE + "/" + edited;
    }

    /** The user name of the one who is edited. */
    public String userName() {
        return admin.unitCode() + Newcomer.DASH + input.ending();
    }
}
