package org.chengjie.administration.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Handed;
import org.springframework.web.servlet.ModelAndView;

/** The answer that shows new initial passwords, once (spec A5). */
final class HandedPage {

    private HandedPage() {}

    static ModelAndView of(String title, List<Handed> handed, String back) {
        return new ModelAndView(
                "administration/handed", Map.of("title", title, "handed", handed, "back", back));
    }
}
