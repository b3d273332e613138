package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 往期填报 in the rails, once there is a plan before the current one. */
@Component
@Order(38)
class PastMenu implements MenuSection {

    private final Plans plans;

    PastMenu(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        // A school's own entries have just asked for the plan; this is where the others' pages do.
        if (actor.tier() != Tier.SCHOOL) {
            plans.current();
        }
        return plans.anyPast()
                ? switch (actor.tier()) {
                    case SCHOOL -> List.of(new MenuEntry("/school/past", "book", "往期填报"));
                    case PROVINCE -> List.of(new MenuEntry("/province/past", "clock", "往期填报"));
                    case MINISTRY -> List.of(new MenuEntry("/ministry/past", "clock", "往期填报"));
                    case CITY -> List.of();
                }
                : List.of();
    }
}
