package org.chengjie.publication.web;

import java.util.List;
import org.chengjie.publication.Adjustments;
import org.chengjie.shared.Actor;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this module adds to the rails of the ministry and of the province. */
@Component
@Order(36)
class PublicationMenu implements MenuSection {

    private final Adjustments adjustments;

    PublicationMenu(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return switch (actor.tier()) {
            case MINISTRY ->
                    List.of(
                            new MenuEntry(PublicationController.PAGE, "doc", "公布"),
                            new MenuEntry(
                                    ConsentController.PAGE,
                                    "edit",
                                    "调整备案",
                                    adjustments.waiting(actor)));
            case PROVINCE -> List.of(new MenuEntry(AdjustmentController.PAGE, "edit", "调整备案"));
            case SCHOOL, CITY -> List.of();
        };
    }
}
