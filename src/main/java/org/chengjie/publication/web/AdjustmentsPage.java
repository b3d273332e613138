package org.chengjie.publication.web;

import java.util.List;
import org.chengjie.publication.Adjustment;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;

/**
 * 调整备案: all of a reader's.
 *
 * @param open whether the reader's province is published, so that it can ask for one
 */
public record AdjustmentsPage(Actor reader, List<Adjustment> all, boolean open) {

    public boolean ministry() {
        return reader.tier() == Tier.MINISTRY;
    }

    public String home() {
        return ministry() ? ConsentController.PAGE : AdjustmentController.PAGE;
    }

    public boolean mayAsk() {
        return open && !ministry() && reader.role().mayChange();
    }
}
