package org.chengjie.publication.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this module adds to the ministry's rail. */
@Component
@Order(36)
class PublicationMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() == Tier.MINISTRY
                ? List.of(new MenuEntry(PublicationController.PAGE, "doc", "公布"))
                : List.of();
    }
}
