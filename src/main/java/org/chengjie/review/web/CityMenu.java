package org.chengjie.review.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The city's rail (spec R6). */
@Component
@Order(30)
class CityMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() != Tier.CITY
                ? List.of()
                : List.of(
                        new MenuEntry("/city/schools", "school", "本市中职初审"),
                        new MenuEntry("/city/contacts", "phone", "省级平台联系人"));
    }
}
