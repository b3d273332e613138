package org.chengjie.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of every page needs; given to each template that declares a parameter {@code
 * page}.
 *
 * @param path of the request, by which the menu knows where one is
 */
public record Page(
        @Nullable Actor actor,
        List<MenuEntry> menu,
        List<Banner> banners,
        String csrfName,
        String csrfToken,
        String path,
        String planTitle) {

    /** The address of a static file, cached for good. */
    public String asset(String name) {
        return Assets.url(name);
    }

    /** What a script imports, directly or not, to be asked for together with it. */
    public List<String> modules(String script) {
        return Modules.of(script).stream().map(Assets::url).toList();
    }

    public boolean at(MenuEntry entry) {
        return under(entry.href()) || (!entry.also().isEmpty() && under(entry.also()));
    }

    private boolean under(String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }

    /** What htmx sends along with every request, as JSON. */
    public String csrfHeaders() {
        return "{\"X-CSRF-TOKEN\":\"" + csrfToken + "\"}";
    }

    /** {@code 周敏 · 审核}; a school's own account is known by its code. */
    public String identity() {
        if (actor == null) {
            return "";
        }
        if (actor.tier() == Tier.SCHOOL && actor.ownAccount()) {
            return actor.unitCode();
        }
        var role = Labels.of(actor.role(), actor.tier());
        return actor.name().isBlank() ? role : actor.name() + " · " + role;
    }
}
