package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;
import static org.chengjie.filing.Typing.unticked;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.TypedRow;
import org.chengjie.filing.Undertaking;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** 提交前核对 (spec F8). */
@PageTest
class CheckPageTest {

    private static final String FORM = "/school/undertakings";
    private static final String CHECK = "/school/filing/check";
    private static final String SUBMIT = "/school/undertakings/submission";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = World.at(world.school(World.PROVINCE), Instant.now());
        visitor = world.visit(mvc, school);
    }

    @Test
    void leadsFromTheFormToOneMoreLookAndFromThereToTheReceipt() throws Exception {
        filings.save(school, manual(), CONTACT);
        assertThat(visitor.get(FORM).expectFirst("#submit").attr("formaction"))
                .isEqualTo(FORM + "/check");
        visitor.press("#filing", FORM + "/check", Map.of("self-raised-1", "9"));
        assertThat(visitor.location()).isEqualTo(CHECK);
        var check = visitor.get(CHECK);
        assertThat(check.select(".all dd").eachText()).containsExactly("65");
        assertThat(check.select("table .no").eachText())
                .startsWith("序号")
                .endsWith("1", "2", "3.1", "3.2", "3.3");
        assertThat(check.text()).contains("13000000011", "本校还没有提交过。", "已填齐，可以提交。");
        visitor.press("#check", SUBMIT, Map.of());
        assertThat(visitor.location()).isEqualTo("/school/preview");
        visitor.get(CHECK);
        assertThat(visitor.location()).isEqualTo("/school/preview");
    }

    @Test
    void keepsAFormWithGapsOnTheFormWithEachFaultAtItsCell() throws Exception {
        filings.save(school, List.of(row("3.1", 0, "1", "", "1", "1", "1")), CONTACT);
        visitor.get(FORM);
        var page = visitor.press("#filing", FORM + "/check", Map.of());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problems b").text()).isEqualTo("还不能提交，有 1 处要改正：");
        assertThat(page.expectFirst("#self-raised-3\\.1").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void listsWhatIsMissingAndLeadsToItsCells() throws Exception {
        filings.save(school, List.of(row("3.1", 0, "", "", "1", "1", "1")), null);
        var check = visitor.get(CHECK);
        var links = check.select("#problems a").eachAttr("href");
        assertThat(check.expectFirst("#problems b").text()).isEqualTo("还有 4 处要填，填齐后才能提交：");
        var form = visitor.get(FORM);
        assertThat(links).contains(FORM + "#quantity-3.1", FORM + "#self-raised-3.1");
        for (var link : links) {
            assertThat(form.getElementById(link.substring(link.indexOf('#') + 1)))
                    .as(link)
                    .isNotNull();
        }
        assertThat(check.select("#check button")).isEmpty();
    }

    @Test
    void offersNoSubmitWhereNothingIsTickedOrTheWindowIsClosed() throws Exception {
        assertThat(visitor.get(CHECK).text()).contains("还没有承接任何任务。请至少勾选一条再提交。");
        assertThat(visitor.page().select("#check button")).isEmpty();
        filings.save(school, manual(), CONTACT);
        world.setDays(officer, -9, -2, -1);
        assertThat(visitor.get(CHECK).expectFirst("#problems").text()).contains("24:00 截止");
        assertThat(visitor.page().select("#check button")).isEmpty();
    }

    @Test
    void offersViewersNoSubmit() throws Exception {
        filings.save(school, manual(), CONTACT);
        world.makeViewer(school);
        assertThat(visitor.get(CHECK).select("#check button")).isEmpty();
        visitor.post(SUBMIT, Map.of());
        assertThat(visitor.status()).isEqualTo(403);
    }

    @Test
    void tellsEachCellThatChangedSinceTheLastSubmission() throws Exception {
        filings.submit(school, manual(), CONTACT);
        filings.withdraw(later(1));
        assertThat(visitor.get(CHECK).text()).contains("与上次提交的内容相同。");
        filings.save(
                later(2),
                List.of(
                        typed("1", "-", "1.5", "2", "3", "4"),
                        unticked("3.2", stored("3.2").version()),
                        row("4.1", 0, "7", "1", "0", "0", "0")),
                null);
        var changes = visitor.get(CHECK).select(".changed li").eachText();
        assertThat(changes)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1 ").endsWith("学校自筹 1 → 1.5"),
                        two -> assertThat(two).startsWith("3.2 ").contains("不再承接", "承接数量 2 → 空"),
                        four -> assertThat(four).startsWith("4.1 ").contains("新承接", "承接数量 空 → 7"));
    }

    @Test
    void refusesToSubmitUnseenWhatAColleagueHasChangedMeanwhile() throws Exception {
        filings.save(school, manual(), CONTACT);
        visitor.get(CHECK);
        filings.save(later(1), List.of(typed("1", "-", "8", "2", "3", "4")), null);
        var page = visitor.press("#check", SUBMIT, Map.of());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problems").text()).contains("已被他人改动");
        visitor.get(CHECK);
        filings.save(later(2), List.of(row("4.1", 0, "7", "1", "0", "0", "0")), null);
        visitor.press("#check", SUBMIT, Map.of());
        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void answersADoublePressWithTheReceiptOfTheFirst() throws Exception {
        filings.save(school, manual(), CONTACT);
        visitor.get(CHECK);
        var again = world.visit(mvc, school);
        again.get(CHECK);
        visitor.press("#check", SUBMIT, Map.of());
        again.press("#check", SUBMIT, Map.of());
        assertThat(again.location()).isEqualTo("/school/preview");
    }

    private Actor later(int seconds) {
        return World.at(school, school.arrived().plusSeconds(seconds));
    }

    private Undertaking stored(String no) {
        var form = filings.form(school);
        return form.row(
                form.items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }

    private TypedRow typed(String no, String... cells) {
        return row(no, stored(no).version(), cells);
    }
}
