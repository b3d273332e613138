package org.chengjie.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.review.DeskTally;
import org.chengjie.review.ItemLoad;
import org.chengjie.review.News;
import org.chengjie.review.Standing;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 工作台: what the province sees first (spec R7).
 *
 * @param tallies what every number of schools and funds is summed from
 * @param kind the kind whose progress is shown; null for all
 * @param window null while the province has published none
 * @param since from when on news is told
 * @param marked whether the officer has set that moment, or it is the last 24 hours
 * @param provincial 省财政投入
 */
public record DeskPage(
        Actor officer,
        List<DeskTally> tallies,
        @Nullable Kind kind,
        DailyChart daily,
        @Nullable FilingWindow window,
        Instant since,
        boolean marked,
        News news,
        boolean cityReview,
        List<ItemLoad> busiest,
        Amount provincial) {

    /** A line of 各市进度. */
    public record City(String name, Standings standings) {}

    public DeskPage {
        tallies = List.copyOf(tallies);
    }

    public Standings all() {
        return Standings.of(tallies);
    }

    /** The standings of the kind that is chosen. */
    public Standings chosen() {
        return Standings.of(of(kind));
    }

    /** The kinds that the province has schools of. */
    public List<Kind> kinds() {
        return List.of(Kind.values()).stream().filter(one -> !of(one).isEmpty()).toList();
    }

    public List<City> cities() {
        return tallies.stream()
                .map(DeskTally::city)
                .distinct()
                .map(name ->
                        new City(
                                name,
                                Standings.of(
                                        tallies.stream()
                                                .filter(tally -> tally.city().equals(name))
                                                .toList())))
                .toList();
    }

    public List<DeskNews.Line> lines() {
        return DeskNews.lines(tallies, news, since, cityReview);
    }

    public DeskMoney money() {
        return new DeskMoney(
                tallies.stream().map(DeskTally::submitted).reduce(Funds.NONE, Funds::plus),
                provincial,
                tallies.stream().map(DeskTally::approved).reduce(Amount.ZERO, Amount::plus));
    }

    /** The school to begin with: of those nobody has begun, else of those with rows waiting. */
    public @Nullable Long firstWaiting() {
        for (var standing : List.of(Standing.SUBMITTED, Standing.UNDER_REVIEW)) {
            var first =
                    tallies.stream()
                            .filter(tally -> tally.standing() == standing)
                            .map(DeskTally::firstWaiting)
                            .filter(Objects::nonNull)
                            .findFirst();
            if (first.isPresent()) {
                return first.get();
            }
        }
        return null;
    }

    public String schools(
            @Nullable Standing standing, @Nullable Kind ofKind, @Nullable String city) {
        return DeskLinks.schools(standing, ofKind, city);
    }

    public String rows(ItemLoad item) {
        return DeskLinks.rows(Map.of("item", item.no(), "stage", "SUBMITTED"));
    }

    /** Whole days until the window closes, as the schools' page counts them. */
    public long daysLeft() {
        return left().toDays();
    }

    /** What is left of the last day. */
    public long hoursLeft() {
        return left().toHours();
    }

    public boolean running() {
        return window != null
                && window.opened(officer.arrived())
                && !window.closed(officer.arrived());
    }

    public String updated() {
        return ChinaTime.clock(officer.arrived());
    }

    private Duration left() {
        return window == null
                ? Duration.ZERO
                : Duration.between(officer.arrived(), ChinaTime.endOf(window.closes()));
    }

    private List<DeskTally> of(@Nullable Kind wanted) {
        return tallies.stream().filter(tally -> wanted == null || tally.kind() == wanted).toList();
    }
}
