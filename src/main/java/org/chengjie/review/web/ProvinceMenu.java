package org.chengjie.review.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The province's rail. */
@Component
@Order(20)
class ProvinceMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() != Tier.PROVINCE
                ? List.of()
                : List.of(
                        new MenuEntry("/province/desk", "desk", "工作台"),
                        new MenuEntry("/province/items", "list", "按任务审核", 0, "/province/rows"),
                        new MenuEntry("/province/schools", "school", "按院校审核"),
                        new MenuEntry("/province/register", "book", "院校名册"),
                        new MenuEntry("/province/window", "cal", "本省申报要求"),
                        new MenuEntry("/province/contacts", "phone", "省级平台联系人"),
                        new MenuEntry("/province/setting", "sliders", "本省设置"));
    }
}
