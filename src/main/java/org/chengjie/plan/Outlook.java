package org.chengjie.plan;

import java.util.List;

/**
 * What it would mean to make a draft the current plan.
 *
 * @param current the one whose place it takes
 * @param standing how far that one has been filed
 * @param obstacles what has to be mended first
 */
public record Outlook(PlanHead draft, PlanHead current, Standing standing, List<String> obstacles) {

    /** Names what somebody looked at. */
    public String seen() {
        return draft.version()
                + "-"
                + current.id()
                + "."
                + current.version()
                + "-"
                + standing.seen();
    }
}
