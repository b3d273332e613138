package org.chengjie.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.report.Country;
import org.chengjie.report.Figures;
import org.chengjie.report.Province;
import org.chengjie.report.ReportedSchool;
import org.chengjie.report.ReportedSchools;
import org.chengjie.report.Tally;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a step of the way from the country to the school together, for its page and its workbook.
 */
@Component
class Drill {

    private static final Crumb ALL_PROVINCES = new Crumb("分省情况", Ways.PROVINCES);

    private final Country country;
    private final ReportedSchools schools;
    private final Plans plans;
    private final CityLines cities;

    Drill(Country country, ReportedSchools schools, Plans plans, CityLines cities) {
        this.country = country;
        this.schools = schools;
        this.plans = plans;
        this.cities = cities;
    }

    /** 分省情况: all provinces. */
    FiguresPage provinces(Actor clerk) {
        var figures = country.provinces(plans.current().id(), null, clerk.reach());
        var tallies = country.provinceTallies(clerk.reach());
        var today = ChinaTime.dayOf(clerk.arrived());
        var lines =
                country.provinces(clerk.reach()).stream()
                        .map(province ->
                                PlaceLine.of(
                                                province.name(),
                                                province.code(),
                                                Ways.province(province),
                                                figures.getOrDefault(province.path(), Figures.NONE))
                                        .at(province.phase(today))
                                        .counting(
                                                tallies.getOrDefault(province.path(), Tally.NONE),
                                                Ways.schools(province)))
                        .toList();
        return new FiguresPage(
                "分省情况",
                trail(),
                lines.size() + " 个申报单位",
                null,
                "申报单位",
                lines,
                List.of(),
                sum(lines),
                Ways.PROVINCES + "/workbook",
                null);
    }

    /** A province: its cities and its items. */
    FiguresPage province(Actor clerk, String code) {
        var province = country.province(code, clerk.reach());
        var plan = plans.current();
        var items = country.items(province.path(), clerk.reach());
        var sum =
                plan.items().stream()
                        .map(item -> items.getOrDefault(item.id(), Figures.NONE))
                        .reduce(Figures.NONE, Figures::plus);
        long tasks =
                plan.items().stream()
                        .filter(item -> items.getOrDefault(item.id(), Figures.NONE).points() > 0)
                        .map(Item::taskNo)
                        .distinct()
                        .count();
        return new FiguresPage(
                province.name(),
                trail(ALL_PROVINCES),
                says(province, clerk) + " · 承接任务 " + tasks + " 项",
                null,
                "市",
                cities.of(clerk, province, plan, null, sum),
                itemLines(plan, items, province),
                sum,
                Ways.province(province) + "/workbook",
                null);
    }

    /** What a province undertakes itself, and its own funds, by item. */
    FiguresPage own(Actor clerk, String code) {
        var province = country.province(code, clerk.reach());
        var items = country.items(province.path(), clerk.reach());
        items.replaceAll((item, figures) -> figures.ofProvince());
        var lines = itemLines(plans.current(), items, province);
        return new FiguresPage(
                province.name() + " 省级承接和省财政投入",
                trail(ALL_PROVINCES, new Crumb(province.name(), Ways.province(province))),
                "省厅已填写的",
                null,
                "条目",
                List.of(),
                lines,
                lines.stream().map(ItemLine::figures).reduce(Figures.NONE, Figures::plus),
                Ways.own(province) + "/workbook",
                null);
    }

    /** The schools of a province. */
    FiguresPage schools(Actor clerk, String code, Selection which, int part) {
        var province = country.province(code, clerk.reach());
        return list(
                province.name() + " 院校",
                trail(ALL_PROVINCES, new Crumb(province.name(), Ways.province(province))),
                schools.of(province, clerk.reach()),
                school -> school.place().substring(province.path().length()),
                new Listing(Ways.schools(province), which, Tally.NONE, part));
    }

    /** A city: its schools. */
    FiguresPage city(Actor clerk, String code, String city, Selection which, int part) {
        var province = country.province(code, clerk.reach());
        var listed = schools.ofCity(province, city, clerk.reach());
        if (listed.isEmpty()) {
            throw Refusal.notFound();
        }
        return list(
                province.name() + " " + city,
                trail(ALL_PROVINCES, new Crumb(province.name(), Ways.province(province))),
                listed,
                _ -> "",
                new Listing(Ways.city(province, city), which, Tally.NONE, part));
    }

    private interface City {
        String of(ReportedSchool school);
    }

    private static FiguresPage list(
            String title, List<Crumb> trail, List<ReportedSchool> all, City city, Listing asked) {
        var lines =
                all.stream()
                        .filter(school -> asked.which().takes(school.standing()))
                        .map(school ->
                                PlaceLine.of(
                                                school.name(),
                                                school.code(),
                                                Ways.school(school.code()),
                                                school.figures())
                                        .in(city.of(school))
                                        .counting(tally(school), ""))
                        .toList();
        return new FiguresPage(
                title,
                trail,
                (asked.which() == Selection.ALL ? "" : Labels.of(asked.which()) + " ")
                        + "%,d 所院校".formatted(lines.size()),
                null,
                "学校",
                lines,
                List.of(),
                sum(lines),
                Listing.link(asked.address() + "/workbook", asked.which(), 1),
                asked.of(all.stream().map(Drill::tally).reduce(Tally.NONE, Tally::plus)));
    }

    private static Tally tally(ReportedSchool school) {
        return new Tally(Map.of(school.standing(), 1L));
    }

    /** A school: its rows. */
    RowsPage school(Actor clerk, String code) {
        var school = schools.find(code, clerk.reach());
        var plan = plans.current();
        var province = provinceOf(school.place(), clerk);
        var city = school.place().substring(province.path().length());
        var rows = schools.rowsOf(school, plan.id(), clerk.reach());
        var lines = new ArrayList<RowsPage.Line>();
        for (var item : plan.items()) {
            rows.stream()
                    .filter(row -> row.itemId() == item.id())
                    .map(row ->
                            new RowsPage.Line(
                                    item, row, item.no(), item.title(), Ways.item(item, province)))
                    .forEach(lines::add);
        }
        return new RowsPage(
                school.name(),
                trail(
                        ALL_PROVINCES,
                        new Crumb(province.name(), Ways.province(province)),
                        new Crumb(city, Ways.city(province, city))),
                "%s · %s · %s · 任务 %d 项，条目 %d 条"
                        .formatted(
                                school.code(),
                                Labels.of(school.kind()),
                                Labels.of(school.standing()),
                                school.tasks(),
                                lines.size()),
                "工作任务",
                lines,
                Ways.school(code) + "/workbook");
    }

    /** The items of a plan in one place, those of which there is nothing among them. */
    List<ItemLine> itemLines(Plan plan, Map<Long, Figures> items, @Nullable Province province) {
        return plan.items().stream()
                .map(item ->
                        new ItemLine(
                                item,
                                items.getOrDefault(item.id(), Figures.NONE),
                                province == null ? Ways.item(item) : Ways.item(item, province)))
                .toList();
    }

    private Province provinceOf(String place, Actor clerk) {
        return country.provinces(clerk.reach()).stream()
                .filter(province -> place.startsWith(province.path()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String says(Province province, Actor clerk) {
        var phase = Labels.of(province.phase(ChinaTime.dayOf(clerk.arrived())));
        return province.opens() == null
                ? phase
                : phase + " · 申报期 " + province.opens() + " 至 " + province.closes();
    }

    static List<Crumb> trail(Crumb... steps) {
        var trail = new ArrayList<Crumb>();
        trail.add(new Crumb("全国概览", Ways.OVERVIEW));
        trail.addAll(List.of(steps));
        return trail;
    }

    static Figures sum(List<PlaceLine> lines) {
        return lines.stream().map(PlaceLine::figures).reduce(Figures.NONE, Figures::plus);
    }
}
