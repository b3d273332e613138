package org.chengjie.audit.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 操作记录 in everybody's rail. */
@Component
@Order(80)
class AuditMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return List.of(new MenuEntry(AuditPage.home(actor.tier()), "clock", "操作记录"));
    }
}
