package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request. */
@Component
class Pages {

    private final ObjectProvider<MenuSection> menu;
    private final ObjectProvider<BannerSection> banners;
    private final PlanTitle planTitle;

    Pages(
            ObjectProvider<MenuSection> menu,
            ObjectProvider<BannerSection> banners,
            PlanTitle planTitle) {
        this.menu = menu;
        this.banners = banners;
        this.planTitle = planTitle;
    }

    Page of(HttpServletRequest request) {
        return of(request, true);
    }

    /** The frame of an error page: without the menu, which may be what failed. */
    Page bare(HttpServletRequest request) {
        return of(request, false);
    }

    private Page of(HttpServletRequest request, boolean withMenu) {
        var actor = Arrival.actor(request);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                actor,
                withMenu ? entries(actor) : List.of(),
                withMenu ? banners(actor) : List.of(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                request.getRequestURI(),
                actor == null ? "" : title(withMenu));
    }

    /** Not on the page of a failure, which may be the database's. */
    private String title(boolean asked) {
        return asked ? planTitle.planTitle() : "";
    }

    private List<MenuEntry> entries(@Nullable Actor actor) {
        if (actor == null || actor.initialPassword()) {
            return List.of();
        }
        return menu.orderedStream().flatMap(section -> section.entries(actor).stream()).toList();
    }

    private List<Banner> banners(@Nullable Actor actor) {
        if (actor == null || actor.initialPassword()) {
            return List.of();
        }
        return banners.orderedStream().flatMap(section -> section.banners(actor).stream()).toList();
    }
}
