package org.chengjie.web;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.AbstractCachingViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds {@code "account/entrance"} as src/main/jte/account/entrance.jte, and {@code "redirect:/…"}
 * as a 303.
 */
class JteViewResolver extends AbstractCachingViewResolver implements Ordered {

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine engine;
    private final Pages pages;

    JteViewResolver(TemplateEngine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable View loadView(String viewName, Locale locale) {
        if (viewName.startsWith(REDIRECT)) {
            var view = new RedirectView(viewName.substring(REDIRECT.length()));
            view.setStatusCode(HttpStatus.SEE_OTHER);
            view.setExposeModelAttributes(false);
            return view;
        }
        var template = viewName + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template, pages) : null;
    }

    @Override
    protected Object getCacheKey(String viewName, Locale locale) {
        return viewName;
    }

    /** A redirect carries ids, and would fill the cache for nothing. */
    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) throws Exception {
        return viewName.startsWith(REDIRECT)
                ? loadView(viewName, locale)
                : super.resolveViewName(viewName, locale);
    }
}
