package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.filing.Filings;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The school's rail, in the manual's words. */
@Component
@Order(10)
class SchoolMenu implements MenuSection {

    private final Filings filings;

    SchoolMenu(Filings filings) {
        this.filings = filings;
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() != Tier.SCHOOL
                ? List.of()
                : List.of(
                        new MenuEntry("/school/undertakings", "edit", "承接任务", 0, "/school/filing"),
                        new MenuEntry("/school/preview", "list", "本校任务情况预览"),
                        new MenuEntry(
                                "/school/returned", "back", "需修改的任务", filings.returned(actor)),
                        new MenuEntry("/school/contacts", "phone", "省级平台联系人"));
    }
}
