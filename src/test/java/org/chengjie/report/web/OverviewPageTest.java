package org.chengjie.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.Kind;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** From the country down to the school, with the same numbers at every step (spec P4). */
@PageTest
class OverviewPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private Filings filings;
    @Autowired private Drill drill;
    @Autowired private ItemDrill items;

    private Actor clerk;
    private Actor officer;
    private Actor school;

    @BeforeEach
    void arrive() {
        clerk = world.ministry();
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = province.submitted(World.PROVINCE);
    }

    @Test
    void leadsFromTheCountryToTheRowsOfASchool() throws Exception {
        var visitor = world.visit(mvc, clerk);
        var overview = visitor.get("/ministry/overview").html();
        assertThat(overview).contains("全国概览", "/ministry/provinces/140000", "/ministry/items/3.1");
        assertThat(visitor.get("/ministry/provinces").html())
                .contains("/ministry/provinces/140000");
        assertThat(visitor.get("/ministry/provinces/140000").html())
                .contains("太原市", "/ministry/items/3.2/provinces/140000");
        assertThat(visitor.get("/ministry/provinces/140000/cities/太原市").html())
                .contains(school.unitName(), "/ministry/schools/" + school.unitCode());
        assertThat(visitor.get("/ministry/schools/" + school.unitCode()).html())
                .contains("3.3", "待审核");
        assertThat(visitor.get("/ministry/items/3.2/provinces/140000/cities/太原市").html())
                .contains(school.unitName());
    }

    @Test
    void sumsTheSameByItemAndByProvinceAndByCity() {
        var country = drill.provinces(clerk).sum();
        var shanxi = drill.province(clerk, "140000");
        var cities =
                shanxi.places().stream()
                        .map(PlaceLine::figures)
                        .reduce(
                                org.chengjie.report.Figures.NONE,
                                org.chengjie.report.Figures::plus);
        assertThat(cities).isEqualTo(shanxi.sum());
        assertThat(drill.provinces(clerk).places())
                .filteredOn(line -> line.code().equals("140000"))
                .singleElement()
                .satisfies(line -> assertThat(line.figures()).isEqualTo(shanxi.sum()));
        assertThat(country.submitted().rows()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void putsCitiesInTheOrderOfTheirCodes() {
        var later = world.city(World.PROVINCE, "丙市");
        var last = world.city(World.PROVINCE, "甲市");
        world.schoolOf(last, Kind.SECONDARY);
        world.schoolOf(later, Kind.SECONDARY);
        world.schoolWithoutCity(World.PROVINCE);
        assertThat(drill.province(clerk, World.PROVINCE).places().stream().map(PlaceLine::name))
                .as("the one the register does not know as a city, and 省直, behind them")
                .containsExactly("丙市", "甲市", "太原市", "省直");
    }

    @Test
    void countsADecisionAtOnce() {
        long before = items.item(clerk, "3.2", "140000").sum().approvedQuantity();
        province.decide(officer, school, Step.APPROVE);
        assertThat(items.item(clerk, "3.2", "140000").sum().approvedQuantity())
                .isEqualTo(before + 2);
    }

    @Test
    void leavesOutWhatIsNotSubmitted() {
        var draft = world.school(World.PROVINCE);
        filings.save(draft, Typing.manual(), Typing.CONTACT);
        assertThat(drill.school(clerk, draft.unitCode()).lines()).isEmpty();
    }

    @Test
    void exportsTheNumbersOfThePage() throws Exception {
        var page = drill.city(clerk, "140000", "太原市", Selection.ALL, 1);
        var file = FigureWorkbook.of(page, clerk).getBody();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var text =
                    book.getFirstSheet().read().stream()
                            .map(row ->
                                    row.stream()
                                            .map(cell -> cell == null ? "" : cell.getRawValue())
                                            .map(String::valueOf)
                                            .collect(Collectors.joining("|")))
                            .collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains(school.unitCode(), page.sum().funds().total().wan().toPlainString());
        }
    }

    @Test
    void exportsTheCountryByItemByProvinceAndByDay() throws Exception {
        var visitor = world.visit(mvc, clerk);
        visitor.get("/ministry/overview/workbook");
        var file = visitor.response().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("条目", "申报单位", "每日进展");
            var total = drill.provinces(clerk).sum().funds().total().wan();
            for (var name : List.of("条目", "申报单位")) {
                var sheet = book.findSheet(name).orElseThrow().read();
                assertThat(
                                sheet.getLast().stream()
                                        .filter(cell ->
                                                cell != null && cell.getType() == CellType.NUMBER)
                                        .map(cell -> cell.asNumber().stripTrailingZeros()))
                        .contains(total.stripTrailingZeros());
            }
        }
    }

    /** Or the files of all cities would have one name, and nobody could tell them apart. */
    @Test
    void namesAFileOfAnItemByThePlaceItIsOf() throws Exception {
        var visitor = world.visit(mvc, clerk);
        for (var place : List.of("山西省", "山西省太原市")) {
            var page =
                    "/ministry/items/3.2/provinces/140000"
                            + (place.endsWith("市") ? "/cities/太原市" : "");
            assertThat(visitor.get(page).expectFirst("h1").text()).endsWith("（" + place + "）");
            visitor.get(page + "/workbook");
            assertThat(
                            URLDecoder.decode(
                                    String.valueOf(
                                            visitor.response().getHeader("Content-Disposition")),
                                    StandardCharsets.UTF_8))
                    .contains("（" + place + "）");
        }
    }

    @Test
    void knowsNoPlaceThatIsNot() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drill.city(clerk, "140000", "无此市", Selection.ALL, 1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> items.item(clerk, "99"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> drill.school(clerk, "0000000000"));
    }

    @Test
    void roundsSoThatThePartsStillAddUp() {
        var yi =
                Yi.of(
                        new org.chengjie.provincial.FiveFunds(
                                new org.chengjie.filing.Funds(
                                        new org.chengjie.shared.Amount(1_400_000),
                                        new org.chengjie.shared.Amount(1_400_000),
                                        new org.chengjie.shared.Amount(1_400_000),
                                        org.chengjie.shared.Amount.ZERO),
                                org.chengjie.shared.Amount.ZERO));
        assertThat(yi.total()).isEqualTo("0.04");
        assertThat(yi.parts().values())
                .containsExactlyInAnyOrder("0.02", "0.01", "0.01", "0.00", "0.00");
    }
}
