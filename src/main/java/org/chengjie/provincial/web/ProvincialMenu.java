package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this module adds to the rails of the province and of the ministry. */
@Component
@Order(35)
class ProvincialMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return switch (actor.tier()) {
            case PROVINCE ->
                    List.of(
                            new MenuEntry(OwnController.PAGE, "coin", "省级承接"),
                            new MenuEntry(SubmissionController.PAGE, "send", "汇总上报"));
            case MINISTRY -> List.of(new MenuEntry(MinistryController.PAGE, "inbox", "各省上报"));
            case SCHOOL, CITY -> List.of();
        };
    }
}
