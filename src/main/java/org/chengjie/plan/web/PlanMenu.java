package org.chengjie.plan.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this module adds to the ministry's rail. */
@Component
@Order(33)
class PlanMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() == Tier.MINISTRY
                ? List.of(new MenuEntry(PlansController.PAGE, "list", "任务目录"))
                : List.of();
    }
}
