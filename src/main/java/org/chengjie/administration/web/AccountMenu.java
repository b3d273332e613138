package org.chengjie.administration.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 账号管理 in the rail of those who have accounts below them, 同事账号 in that of a school. */
@Component
@Order(50)
class AccountMenu implements MenuSection {

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return switch (actor.tier()) {
            case PROVINCE -> List.of(new MenuEntry("/province/accounts", "lock", "账号管理"));
            case MINISTRY -> List.of(new MenuEntry("/ministry/accounts", "lock", "账号管理"));
            case SCHOOL ->
                    actor.role() == Role.ADMIN
                            ? List.of(new MenuEntry(ColleaguesController.PAGE, "user", "同事账号"))
                            : List.of();
            case CITY -> List.of();
        };
    }
}
