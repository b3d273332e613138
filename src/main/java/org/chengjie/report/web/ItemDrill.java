package org.chengjie.report.web;

import java.util.List;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.report.Country;
import org.chengjie.report.Figures;
import org.chengjie.report.ReportedSchools;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;

/** A step of the way from an item down to its schools, for its page and its workbook. */
@Component
class ItemDrill {

    private final Country country;
    private final ReportedSchools schools;
    private final Plans plans;
    private final CityLines cities;

    ItemDrill(Country country, ReportedSchools schools, Plans plans, CityLines cities) {
        this.country = country;
        this.schools = schools;
        this.plans = plans;
        this.cities = cities;
    }

    /** In all provinces. */
    FiguresPage item(Actor clerk, String no) {
        var plan = plans.current();
        var item = find(plan, no);
        var figures = country.provinces(plan.id(), item.id(), clerk.reach());
        var lines =
                country.provinces(clerk.reach()).stream()
                        .map(province ->
                                PlaceLine.of(
                                        province.name(),
                                        province.code(),
                                        Ways.item(item, province),
                                        figures.getOrDefault(province.path(), Figures.NONE)))
                        .toList();
        var sum = Drill.sum(lines);
        return new FiguresPage(
                heading(item),
                Drill.trail(),
                target(item) + against(new ItemLine(item, sum, "")),
                item,
                "申报单位",
                lines,
                List.of(),
                sum,
                Ways.item(item) + "/workbook",
                null);
    }

    /** In the cities of a province. */
    FiguresPage item(Actor clerk, String no, String code) {
        var plan = plans.current();
        var item = find(plan, no);
        var province = country.province(code, clerk.reach());
        var sum =
                country.provinces(plan.id(), item.id(), clerk.reach())
                        .getOrDefault(province.path(), Figures.NONE);
        return new FiguresPage(
                heading(item, province.name()),
                Drill.trail(
                        new Crumb(item.no() + " 各省", Ways.item(item)),
                        new Crumb(province.name(), Ways.province(province))),
                target(item),
                item,
                "市",
                cities.of(clerk, province, plan, item, sum),
                List.of(),
                sum,
                Ways.item(item, province) + "/workbook",
                null);
    }

    /** In the schools of a city. */
    RowsPage item(Actor clerk, String no, String code, String city) {
        var item = find(plans.current(), no);
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
                heading(item, province.name() + city),
                Drill.trail(
                        new Crumb(item.no() + " 各省", Ways.item(item)),
                        new Crumb(province.name(), Ways.item(item, province))),
                target(item),
                "学校",
                lines,
                Ways.item(item, province, city) + "/workbook");
    }

    private static Item find(Plan plan, String no) {
        return plan.items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String heading(Item item) {
        return item.no() + "　" + item.title();
    }

    /** With the place, which the workbook and its file are named by as well. */
    private static String heading(Item item, String place) {
        return heading(item) + "（" + place + "）";
    }

    private static String target(Item item) {
        var target = item.nationalTarget();
        return target == null
                ? item.targetNote().isEmpty() ? "没有数量目标" : "目标：" + item.targetNote()
                : "全国目标 %,d %s".formatted(target, item.unit());
    }

    private static String against(ItemLine line) {
        return line.targeted() ? " · 与目标之差 " + line.gapShown() + " · 达成 " + line.reached() : "";
    }
}
