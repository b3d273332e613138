package org.chengjie.publication.web;

import java.util.List;
import org.chengjie.publication.Adjustments;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Tier;
import org.chengjie.web.Banner;
import org.chengjie.web.BannerSection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells a school on every page what was adjusted of its rows, until it says 已阅 (spec P5). */
@Controller
class ToldController implements BannerSection {

    private final Adjustments adjustments;

    ToldController(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public List<Banner> banners(Actor actor) {
        return actor.tier() != Tier.SCHOOL
                ? List.of()
                : adjustments.unread(actor).stream()
                        .map(told ->
                                new Banner(
                                        "本校承接的任务已调整",
                                        told.words(),
                                        ChinaTime.minute(told.at()),
                                        actor.role().mayChange()
                                                ? "/school/adjustments/"
                                                        + told.adjustmentId()
                                                        + "/read"
                                                : ""))
                        .toList();
    }

    /** With script the page stays as it is. */
    @PostMapping("/school/adjustments/{id}/read")
    ResponseEntity<Void> confirm(
            @AuthenticationPrincipal Actor school,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace) {
        adjustments.confirm(school, id);
        if (inPlace) {
            return ResponseEntity.ok().build();
        }
        var page = back.matches("/(school|account)/[a-z]+") ? back : "/school/undertakings";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page)
                .build();
    }
}
