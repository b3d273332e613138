package org.chengjie.filing;

import java.time.Instant;
import java.util.List;

/** What became of a submit: a receipt, or what must be put right first (spec F8). */
public sealed interface Submission {

    record Accepted(String receiptNo, Instant at) implements Submission {}

    /**
     * Nothing was submitted; what could be saved was.
     *
     * @param faults everything that stands in the way, in the order of the page
     */
    record Refused(Saved saved, List<Fault> faults) implements Submission {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
