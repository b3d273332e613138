package org.chengjie.provincial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.provincial.ProvinceCase.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** 省级承接: the page of the province's own rows, without script (spec P2, P3, F5, F7). */
@PageTest
class OwnPageTest {

    private static final String PAGE = "/province/own";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private OwnUndertakings own;
    @Autowired private ProvincialSubmissions submissions;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        visitor = world.visit(mvc, officer);
    }

    @Test
    void writesTheTotalAsAnEquationOfFiveSources() throws Exception {
        own.save(officer, List.of(own("3.1", 0, "2", "省教科院", "43")));
        var page = visitor.get(PAGE);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(page.select(".bar dt").eachText())
                .containsExactly("省级承接", "汇总金额（万元）", "学校自筹", "行业企业投入", "举办方投入", "地市县投入", "省财政投入");
        assertThat(page.select(".bar dd").eachText())
                .containsExactly("1 条", "43", "0", "0", "0", "0", "43");
        assertThat(page.select("tr[data-no]")).hasSizeGreaterThan(50);
    }

    @Test
    void keepsWhatIsTypedAndShowsItAgain() throws Exception {
        visitor.get(PAGE);
        press(
                Map.of(
                        "on-3.1",
                        "1",
                        "quantity-3.1",
                        "2",
                        "bodies-3.1",
                        "省教科院",
                        "provincial-3.1",
                        "1,234.5"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        var page = visitor.get(PAGE);
        assertThat(page.expectFirst("[name=quantity-3.1]").val()).isEqualTo("2");
        assertThat(page.expectFirst("[name=bodies-3.1]").val()).isEqualTo("省教科院");
        assertThat(page.expectFirst("[name=provincial-3.1]").val()).isEqualTo("1234.5");
        assertThat(page.expectFirst("#save-state").text()).startsWith("已保存");
    }

    @Test
    void saysWhatIsWrongUnderItsRowAndKeepsTheRest() throws Exception {
        visitor.get(PAGE);
        var page =
                press(
                        Map.of(
                                "on-3.1",
                                "1",
                                "quantity-3.1",
                                "两个",
                                "provincial-3.1",
                                "12",
                                "provincial-1",
                                "1e9"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.select(".faults-list a").eachText()).containsExactly("1 省财政投入", "3.1 承接数量");
        assertThat(page.expectFirst("[name=quantity-3.1]").val()).isEqualTo("两个");
        assertThat(page.expectFirst("[name=quantity-3.1]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#note-3\\.1").text())
                .isEqualTo("3.1 承接数量：应为不小于 1 的整数，现在填的是“两个”。");
        assertThat(page.expectFirst("[name=provincial-1]").val()).isEqualTo("1e9");
        press(Map.of("quantity-3.1", "3", "provincial-1", "9"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        var stored = visitor.get(PAGE);
        assertThat(stored.expectFirst("[name=quantity-3.1]").val()).isEqualTo("3");
        assertThat(stored.expectFirst("[name=provincial-3.1]").val()).isEqualTo("12");
    }

    @Test
    void doesNotTakeAnUntouchedRowForAChange() throws Exception {
        visitor.get(PAGE);
        own.save(world.officer(World.PROVINCE, "吴刚"), List.of(own("3.1", 0, "2", "省教科院", "43")));
        press(Map.of("provincial-1", "9"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        var page = visitor.get(PAGE);
        assertThat(page.expectFirst("[name=bodies-3.1]").val()).isEqualTo("省教科院");
        assertThat(page.expectFirst("[name=provincial-1]").val()).isEqualTo("9");
    }

    @Test
    void letsTheSecondOfficerChooseBetweenTwoRows() throws Exception {
        visitor.get(PAGE);
        own.save(world.officer(World.PROVINCE, "吴刚"), List.of(own("3.1", 0, "2", "省教科院", "43")));
        var page =
                press(
                        Map.of(
                                "on-3.1",
                                "1",
                                "quantity-3.1",
                                "5",
                                "bodies-3.1",
                                "省电大",
                                "provincial-3.1",
                                "1"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst(".clashing").text())
                .contains("3.1 已被吴刚于")
                .contains("改用吴刚的：省级承接，承接数量 2，省财政投入 43，承接单位 省教科院");
        assertThat(page.expectFirst("[name=bodies-3.1]").val()).isEqualTo("省电大");
        var undecided = new HashMap<String, @Nullable String>();
        undecided.put("keep-3.1", null);
        visitor.press("#own", PAGE, undecided);
        assertThat(visitor.status()).isEqualTo(422);
        press(Map.of("keep-3.1", "mine"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(visitor.get(PAGE).expectFirst("[name=bodies-3.1]").val()).isEqualTo("省电大");
    }

    @Test
    void letsTheSecondOfficerTakeTheFirstsRow() throws Exception {
        visitor.get(PAGE);
        own.save(world.officer(World.PROVINCE, "吴刚"), List.of(own("3.1", 0, "2", "省教科院", "43")));
        press(
                Map.of(
                        "on-3.1",
                        "1",
                        "quantity-3.1",
                        "5",
                        "bodies-3.1",
                        "省电大",
                        "provincial-3.1",
                        "1"));
        press(Map.of("keep-3.1", "theirs"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(visitor.get(PAGE).expectFirst("[name=bodies-3.1]").val()).isEqualTo("省教科院");
    }

    @Test
    void keepsWhatWasTypedWhereTheProvinceHasSubmittedMeanwhile() throws Exception {
        province.giveContacts(officer);
        own.save(officer, List.of(own("9", 0, "-", "省教科院", "43")));
        visitor.get(PAGE);
        submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
        var page = press(Map.of("provincial-1", "77"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("#problems").text())
                .isEqualTo("本省已汇总上报教育部，不能再改。确需改动，请联系教育部退回上报。 您填的内容都还在这一页上。");
        assertThat(page.expectFirst("[name=provincial-1]").val()).isEqualTo("77");
        var fresh = visitor.get(PAGE);
        assertThat(fresh.expectFirst("[name=provincial-1]").hasAttr("readonly")).isTrue();
        assertThat(fresh.select("#save")).isEmpty();
        assertThat(fresh.expectFirst(".banner").text()).startsWith("已汇总上报教育部，现在只能查看");
    }

    @Test
    void showsAViewerTheFormButNoWayToChangeIt() throws Exception {
        world.makeViewer(officer);
        var page = visitor.get(PAGE);
        assertThat(page.select("#own input.cell:not([readonly])")).isEmpty();
        assertThat(page.expectFirst("#problems").text()).isEqualTo("您的账号只能查看，不能填写省级承接。");
        visitor.post(PAGE, Map.of("version-1", "0", "provincial-1", "5"));
        assertThat(visitor.status()).isEqualTo(403);
    }

    @Test
    void showsInertWhatAColleagueTyped() throws Exception {
        own.save(officer, List.of(own("3.1", 0, "2", "\"><svg onload=1>", "43")));
        assertThat(visitor.get(PAGE).select("main table svg[onload]")).isEmpty();
    }

    private Document press(Map<String, String> fields) throws Exception {
        return visitor.press("#own", PAGE, new HashMap<String, @Nullable String>(fields));
    }
}
