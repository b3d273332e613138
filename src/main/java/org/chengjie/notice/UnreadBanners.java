package org.chengjie.notice;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Tier;
import org.chengjie.web.Banner;
import org.chengjie.web.BannerSection;
import org.springframework.stereotype.Component;

/** Shows a school its reminders on every page until it has confirmed them. */
@Component
class UnreadBanners implements BannerSection {

    private final Reminders reminders;

    UnreadBanners(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public List<Banner> banners(Actor actor) {
        return actor.tier() != Tier.SCHOOL
                ? List.of()
                : reminders.unread(actor).stream()
                        .map(unread ->
                                new Banner(
                                        "省厅提醒",
                                        unread.words(),
                                        unread.byName() + " " + ChinaTime.minute(unread.at()),
                                        actor.role().mayChange()
                                                ? "/school/reminders/" + unread.id() + "/read"
                                                : ""))
                        .toList();
    }
}
