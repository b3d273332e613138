package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.List;
import java.util.Objects;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Copies;
import org.chengjie.filing.Copy;
import org.chengjie.filing.Filings;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The receipt, the printed copy, and the page on which anyone verifies it (spec F9, F12). */
@PageTest
class CopyPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Copies copies;
    @Autowired private Misses misses;
    @Autowired private SchoolChanges changes;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = World.at(world.school(World.PROVINCE), java.time.Instant.now());
        filings.submit(school, manual(), CONTACT);
        visitor = world.visit(mvc, school);
    }

    @Test
    void showsReceiptNumberTimeCodeAndQrOnThePreview() throws Exception {
        var copy = copy();
        var preview = visitor.get("/school/preview");
        var receipt = preview.expectFirst("section[aria-labelledby=receipt]");
        assertThat(receipt.text()).contains(copy.receiptNo(), copy.shownCode());
        assertThat(receipt.select("svg.qr[role=img]")).hasSize(1);
        assertThat(preview.select("a[href=/school/copy]").text()).isEqualTo("打印盖章件");
        assertThat(preview.select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void saysWhereTheSchoolHasBeenRenamedSince() throws Exception {
        assertThat(visitor.get("/school/copy").text()).doesNotContain("更名", "学校现名");
        var copy = copy();
        changes.change(
                officer,
                school.unitId(),
                1,
                new SchoolDraft(school.unitCode(), "新名学院", "专科高职院校", "", "省属"));
        var page = visitor.get("/school/copy");
        assertThat(page.expectFirst(".msg").text()).startsWith("本校已更名为新名学院。这一份是更名前提交的");
        assertThat(page.expectFirst(".copy-head").text())
                .startsWith(school.unitName() + "承接任务情况")
                .contains("学校现名 新名学院");
        assertThat(copies.verify(copy.receiptNo(), copy.shownCode())).isPresent();
    }

    @Test
    void printsWhatWasHandedInWithItsBoxesToSign() throws Exception {
        var page = visitor.get("/school/copy");
        var copy = copy();
        assertThat(page.expectFirst(".copy-head").text())
                .contains(
                        school.unitName() + "承接任务情况",
                        copy.receiptNo(),
                        copy.shownCode(),
                        "57",
                        "13000000011");
        assertThat(page.select(".copy tbody tr")).hasSize(5);
        assertThat(page.select(".copy tbody .no").eachText()).containsExactly("1", "2", "3");
        assertThat(page.select(".stamp p").eachText())
                .containsExactly("填表人（签字）：", "学校负责人（签字）：", "学校（盖章）：　　年　　月　　日");
    }

    @Test
    void leadsToThePreviewWhereNothingStandsSubmitted() throws Exception {
        filings.withdraw(school);
        visitor.get("/school/copy");
        assertThat(visitor.location()).isEqualTo("/school/preview");
        assertThat(visitor.get("/school/preview").select("a[href=/school/copy]")).isEmpty();
    }

    @Test
    void verifiesWithoutASignInAndShowsNothingThatTheCopyDoesNot() throws Exception {
        var copy = copy();
        var stranger = new Visitor(mvc);
        var page = stranger.get(link(copy.receiptNo(), copy.code()));
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("有效", "这是学校当前的提交", school.unitName(), copy.receiptNo(), "57");
        assertThat(page.text()).doesNotContain("13000000011", "0351-7654321", "李敏");
        assertThat(page.select("table")).isEmpty();
        filings.withdraw(World.at(school, school.arrived().plusSeconds(1)));
        assertThat(stranger.get(link(copy.receiptNo(), copy.code())).text()).contains("已撤回");
        filings.submit(World.at(school, school.arrived().plusSeconds(2)), List.of(), null);
        assertThat(stranger.get(link(copy.receiptNo(), copy.code())).text())
                .contains("已被取代", "这一份不再有效");
    }

    @Test
    void saysTheSameOfAWrongCodeAsOfANumberThatThereIsNot() throws Exception {
        var stranger = new Visitor(mvc);
        var wrong = stranger.get(link(copy().receiptNo(), "0000 0000 0000 0000"));
        assertThat(stranger.status()).isEqualTo(404);
        var unknown = stranger.get(link("14-20991231-00001", "0000 0000 0000 0000"));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(wrong.expectFirst("[role=alert]").text())
                .startsWith("没有这样一份盖章件。")
                .isEqualTo(unknown.expectFirst("[role=alert]").text());
        assertThat(wrong.expectFirst("#no").val()).isEqualTo(copy().receiptNo());
        assertThat(stranger.get("/verify").select("[role=alert]")).isEmpty();
    }

    @Test
    void refusesWhoeverTriesNumbersOut() throws Exception {
        var copy = copy();
        var now = java.time.Instant.now();
        for (int i = 0; i < Misses.MOST; i++) {
            misses.note("203.0.113.9", now);
        }
        var guesser = new Visitor(mvc);
        var refused =
                guesser.send(
                        MockMvcRequestBuilders.get(link(copy.receiptNo(), copy.code()))
                                .with(request -> {
                                    request.setRemoteAddr("203.0.113.9");
                                    return request;
                                }));
        assertThat(guesser.status()).isEqualTo(429);
        assertThat(refused.text())
                .contains("没有查到的次数较多，请 10 分钟后再试。")
                .doesNotContain(school.unitName());
    }

    private Copy copy() {
        var filing = Objects.requireNonNull(filings.form(school).filing());
        return copies.latest(filing, school.reach()).orElseThrow();
    }

    private static String link(String no, String code) {
        return "/verify?no=" + no + "&code=" + code;
    }
}
