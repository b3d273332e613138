package org.chengjie.plan;

import java.util.List;
import java.util.Map;

/** What became of an edit. */
public sealed interface Amended {

    /**
     * It stands, as this version.
     *
     * @param id of what was changed or added
     */
    record Done(long version, long id) implements Amended {}

    /** What was sent is what stands already: no version was made of it. */
    record Unchanged() implements Amended {}

    /**
     * Nothing was changed: what is wrong, by field.
     *
     * @param reason what is wrong with the reason; empty where nothing is
     */
    record Faulty(Map<PlanField, String> faults, String reason) implements Amended {}

    /** Nothing was changed yet: it touches what has been filed, and waits to be confirmed. */
    record Unconfirmed(List<Consequence> consequences, Filed filed) implements Amended {}
}
