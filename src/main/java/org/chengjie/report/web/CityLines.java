package org.chengjie.report.web;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.report.Country;
import org.chengjie.report.Figures;
import org.chengjie.report.Province;
import org.chengjie.report.Tally;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cities of a province as lines of a table. */
@Component
class CityLines {

    private final Country country;

    CityLines(Country country) {
        this.country = country;
    }

    /**
     * Cities of which there are schools or figures, and then what the province adds, so that the
     * lines sum to it.
     */
    List<PlaceLine> of(
            Actor clerk, Province province, Plan plan, @Nullable Item item, Figures sum) {
        var figures =
                country.cities(province, plan.id(), item == null ? null : item.id(), clerk.reach());
        var tallies = country.cityTallies(province, clerk.reach());
        var names = new TreeSet<>(new CityOrder(country.cityCodes(province, clerk.reach())));
        names.addAll(figures.keySet());
        tallies.keySet().forEach(place -> names.add(place.substring(province.path().length())));
        var cities =
                names.stream()
                        .map(name ->
                                line(
                                        province,
                                        name,
                                        item,
                                        figures.getOrDefault(name, Figures.NONE),
                                        tallies.getOrDefault(province.path() + name, Tally.NONE)));
        var own = sum.ofProvince();
        var added = PlaceLine.of("省级承接和省财政投入", "", item == null ? Ways.own(province) : "", own);
        return Stream.concat(cities, own.nothing() ? Stream.empty() : Stream.of(added)).toList();
    }

    private static PlaceLine line(
            Province province, String name, @Nullable Item item, Figures figures, Tally tally) {
        if (item != null) {
            return PlaceLine.of(name, "", Ways.item(item, province, name), figures);
        }
        var here = Ways.city(province, name);
        return PlaceLine.of(name, "", here, figures).counting(tally, here);
    }
}
