package org.chengjie.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.report.Country;
import org.chengjie.report.Figures;
import org.chengjie.report.Province;
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

    private final Country country;
    private final ReportedSchools schools;
    private final Plans plans;

    Drill(Country country, ReportedSchools schools, Plans plans) {
        this.country = country;
        this.schools = schools;
        this.plans = plans;
    }

    /** 分省情况: all provinces. */
    FiguresPage provinces(Actor clerk) {
        var plan = plans.current();
        var figures = country.provinces(plan.id(), null, clerk.reach());
        var tallies = country.provinceTallies(clerk.reach());
        var today = ChinaTime.dayOf(clerk.arrived());
        var lines =
                country.provinces(clerk.reach()).stream()
                        .map(province ->
                                new PlaceLine(
                                        province.name(),
                                        province.code(),
                                        Ways.province(province),
                                        province.phase(today),
                                        tallies.getOrDefault(province.path(), Tally.NONE),
                                        figures.getOrDefault(province.path(), Figures.NONE)))
                        .toList();
        return new FiguresPage(
                "分省情况",
                List.of(new Crumb("全国概览", Ways.OVERVIEW)),
                lines.size() + " 个申报单位",
                null,
                "申报单位",
                lines,
                List.of(),
                sum(lines),
                Ways.PROVINCES + "/workbook");
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
        return new FiguresPage(
                province.name(),
                trail(new Crumb("分省情况", Ways.PROVINCES)),
                says(province, clerk),
                null,
                "市",
                cities(clerk, province, plan, null, sum),
                itemLines(plan, items, province),
                sum,
                Ways.province(province) + "/workbook");
    }

    /** A city: its schools. */
    FiguresPage city(Actor clerk, String code, String city) {
        var province = country.province(code, clerk.reach());
        var listed = schools.ofCity(province, city, clerk.reach());
        if (listed.isEmpty()) {
            throw Refusal.notFound();
        }
        var lines =
                listed.stream()
                        .map(school ->
                                new PlaceLine(
                                        school.name(),
                                        school.code(),
                                        Ways.school(school.code()),
                                        null,
                                        new Tally(Map.of(school.standing(), 1L)),
                                        school.figures()))
                        .toList();
        return new FiguresPage(
                province.name() + " " + city,
                trail(
                        new Crumb("分省情况", Ways.PROVINCES),
                        new Crumb(province.name(), Ways.province(province))),
                lines.size() + " 所院校",
                null,
                "学校",
                lines,
                List.of(),
                sum(lines),
                Ways.city(province, city) + "/workbook");
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
                        new Crumb("分省情况", Ways.PROVINCES),
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

    /** An item in all provinces. */
    FiguresPage item(Actor clerk, String no) {
        var plan = plans.current();
        var item = item(plan, no);
        var figures = country.provinces(plan.id(), item.id(), clerk.reach());
        var lines =
                country.provinces(clerk.reach()).stream()
                        .map(province ->
                                new PlaceLine(
                                        province.name(),
                                        province.code(),
                                        Ways.item(item, province),
                                        null,
                                        null,
                                        figures.getOrDefault(province.path(), Figures.NONE)))
                        .toList();
        return new FiguresPage(
                heading(item),
                trail(),
                target(item),
                item,
                "申报单位",
                lines,
                List.of(),
                sum(lines),
                Ways.item(item) + "/workbook");
    }

    /** An item in the cities of a province. */
    FiguresPage item(Actor clerk, String no, String code) {
        var plan = plans.current();
        var item = item(plan, no);
        var province = country.province(code, clerk.reach());
        var sum =
                country.provinces(plan.id(), item.id(), clerk.reach())
                        .getOrDefault(province.path(), Figures.NONE);
        return new FiguresPage(
                heading(item),
                trail(
                        new Crumb(item.no() + " 各省", Ways.item(item)),
                        new Crumb(province.name(), Ways.province(province))),
                province.name() + " · " + target(item),
                item,
                "市",
                cities(clerk, province, plan, item, sum),
                List.of(),
                sum,
                Ways.item(item, province) + "/workbook");
    }

    /** An item in the schools of a city. */
    RowsPage item(Actor clerk, String no, String code, String city) {
        var plan = plans.current();
        var item = item(plan, no);
        var province = country.province(code, clerk.reach());
        var lines =
                schools.rows(province, city, item.id(), clerk.reach()).stream()
                        .map(row ->
                                new RowsPage.Line(
                                        item,
                                        row,
                                        row.code(),
                                        row.school(),
                                        Ways.school(row.code())))
                        .toList();
        return new RowsPage(
                heading(item),
                trail(
                        new Crumb(item.no() + " 各省", Ways.item(item)),
                        new Crumb(province.name(), Ways.item(item, province))),
                province.name() + " " + city + " · " + target(item),
                "学校",
                lines,
                Ways.item(item, province, city) + "/workbook");
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

    /**
     * Cities of which there are schools or figures, and then what the province adds, so that the
     * lines sum to it.
     */
    private List<PlaceLine> cities(
            Actor clerk, Province province, Plan plan, @Nullable Item item, Figures sum) {
        var figures =
                country.cities(province, plan.id(), item == null ? null : item.id(), clerk.reach());
        var tallies = country.cityTallies(province, clerk.reach());
        var names = new TreeSet<>(new CityOrder(country.cityCodes(province, clerk.reach())));
        names.addAll(figures.keySet());
        tallies.keySet().forEach(place -> names.add(place.substring(province.path().length())));
        var own = sum.ofProvince();
        var added = new PlaceLine("省级承接和省财政投入", "", "", null, null, own);
        var cities =
                names.stream()
                        .map(name ->
                                new PlaceLine(
                                        name,
                                        "",
                                        item == null
                                                ? Ways.city(province, name)
                                                : Ways.item(item, province, name),
                                        null,
                                        item == null
                                                ? tallies.getOrDefault(
                                                        province.path() + name, Tally.NONE)
                                                : null,
                                        figures.getOrDefault(name, Figures.NONE)));
        return Stream.concat(cities, own.nothing() ? Stream.empty() : Stream.of(added)).toList();
    }

    private Province provinceOf(String place, Actor clerk) {
        return country.provinces(clerk.reach()).stream()
                .filter(province -> place.startsWith(province.path()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Item item(Plan plan, String no) {
        return plan.items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String heading(Item item) {
        return item.no() + "　" + item.title();
    }

    private static String target(Item item) {
        var target = item.nationalTarget();
        return target == null
                ? item.targetNote().isEmpty() ? "没有数量目标" : "目标：" + item.targetNote()
                : "全国目标 %,d %s".formatted(target, item.unit());
    }

    private static String says(Province province, Actor clerk) {
        var phase = Labels.of(province.phase(ChinaTime.dayOf(clerk.arrived())));
        return province.opens() == null
                ? phase
                : phase + " · 申报期 " + province.opens() + " 至 " + province.closes();
    }

    private static List<Crumb> trail(Crumb... steps) {
        var trail = new ArrayList<Crumb>();
        trail.add(new Crumb("全国概览", Ways.OVERVIEW));
        trail.addAll(List.of(steps));
        return trail;
    }

    private static Figures sum(List<PlaceLine> lines) {
        return lines.stream().map(PlaceLine::figures).reduce(Figures.NONE, Figures::plus);
    }
}
