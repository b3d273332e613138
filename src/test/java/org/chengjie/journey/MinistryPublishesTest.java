package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.chengjie.world.GeneratedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A province submits, the ministry accepts and publishes, anybody reads it, and a figure changes
 * afterwards by 调整备案 alone (spec P4, P5). The province has five schools of its own.
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class MinistryPublishesTest {

    private static final String PROVINCE = "520000";
    private static final Pattern EDITION = Pattern.compile(".*/published/\\d+$");

    private final Look look = new Look();
    private Visitor officer;
    private Visitor clerk;
    private List<String> row = List.of();

    @BeforeAll
    void comes() {
        Product.running().fills(PROVINCE, 5);
        Product.running().decidesAll(PROVINCE);
        row = Product.running().approvedRow(PROVINCE);
        officer = Visitor.atADesk();
        clerk = Visitor.atADesk();
    }

    @AfterAll
    void leaves() {
        officer.close();
        clerk.close();
    }

    @Test
    @Order(1)
    void theProvinceSubmits() {
        officer.signsIn("省级", PROVINCE, GeneratedWorld.PASSWORD);
        officer.reads("工作台");
        officer.opens("/province/contacts");
        officer.page().locator("#name1").fill("王磊");
        officer.page().locator("#phone1").fill("0851-85280001");
        officer.page().locator("#name2").fill("赵静");
        officer.page().locator("#phone2").fill("0851-85280002");
        officer.button("保存").click();
        officer.goesTo("省级承接");
        officer.page().locator("[id='provincial-" + row.get(1) + "']").fill("120.5");
        officer.button("保存").click();
        officer.goesTo("汇总上报");
        officer.tick("已核对这一页的数字，上报后全省都不能再改").check();
        officer.button("上报教育部").click();
        assertThat(officer.page().locator("[aria-labelledby=receipt]")).containsText("52-P-");
        officer.goesTo("调整备案");
        look.at(officer, "adjustments-not-yet");
    }

    @Test
    @Order(2)
    void theMinistryAccepts() {
        Offices.signIn(clerk, "教育部", "moe", "全国概览");
        clerk.goesTo("各省上报");
        look.at(clerk, "clerk-received");
        clerk.link("贵州省").click();
        clerk.reads("贵州省");
        look.at(clerk, "clerk-province");
        clerk.button("核对通过").click();
        assertThat(clerk.button("撤销核对")).isVisible();
        look.again(clerk, "clerk-accepted");
    }

    @Test
    @Order(3)
    void nothingIsPublishedBeforeEverythingIsSaid() {
        clerk.goesTo("公布");
        look.at(clerk, "clerk-publication");
        clerk.link("预览两个附件").click();
        clerk.reads("公布预览");
        look.at(clerk, "clerk-preview");
        clerk.goesTo("公布");
        clerk.field("文号").fill("教职成司函〔2021〕1号");
        clerk.tick("已预览两个附件，核对了标题、文号和数字；公布后向社会公开，不能撤回").check();
        clerk.page().locator("#publish .btn.main").click();
        assertThat(clerk.page().locator("#problem")).containsText("还不能公布，有 1 处要办理。没有公布。");
        assertThat(clerk.field("文号")).hasValue("教职成司函〔2021〕1号");
        look.at(clerk, "clerk-publication-refused");
    }

    @Test
    @Order(4)
    void theMinistryPublishes() {
        for (var reason : clerk.page().locator("[id^=omit-]").all()) {
            reason.fill("没有在规定时间内上报");
        }
        clerk.tick("已预览两个附件，核对了标题、文号和数字；公布后向社会公开，不能撤回").check();
        clerk.page().locator("#publish .btn.main").click();
        assertThat(clerk.page()).hasURL(EDITION);
        look.at(clerk, "published");
    }

    @Test
    @Order(5)
    void whoeverComesReadsItWithoutSigningIn() {
        try (var stranger = Visitor.atADesk()) {
            stranger.opens("/");
            stranger.link("教育部公布").click();
            stranger.reads("承接情况公布");
            look.at(stranger, "published-all");
            stranger.page().locator(".editions a").first().click();
            assertThat(stranger.page().locator("#annex-1 + .scroll tbody tr")).hasCount(1);
            var id = stranger.page().url().replaceAll(".*/", "");
            var book = stranger.page().request().get("/published/" + id + "/annex-1.xlsx");
            assertThat(book).isOK();
        }
    }

    @Test
    @Order(6)
    void nothingMovesInTheProvinceAnyMore() {
        officer.goesTo("省级承接");
        assertThat(officer.page().locator(".banner")).containsText("已公布，如需调整请走调整备案。");
        look.at(officer, "own-published");
    }

    @Test
    @Order(7)
    void theProvinceAsksForAnAdjustment() {
        officer.goesTo("调整备案");
        officer.button("新建调整备案").click();
        officer.reads("填写调整备案");
        look.at(officer, "adjustment-new");
        officer.page().locator("#school").fill(row.get(0));
        officer.page().locator("#item").selectOption(row.get(1));
        officer.button("选这一行").click();
        var quantity = officer.page().locator(".adj-line input[name$='-quantity']");
        assertThat(quantity).hasValue(row.get(2));
        officer.button("报送教育部").click();
        assertThat(officer.page().locator("#problem")).containsText("请上传来函的扫描件。");
        look.at(officer, "adjustment-missing");
        quantity.fill(String.valueOf(Long.parseLong(row.get(2)) + 2));
        officer.field("函号").fill("黔教职成函〔2021〕3号");
        officer.page().locator("#letterDated").fill("2021-03-05");
        officer.page().locator("#reason").fill("学校扩大培训规模，经省厅审核同意。");
        officer.page()
                .locator("#scan")
                .setInputFiles(
                        new FilePayload(
                                "黔教职成函〔2021〕3号.pdf",
                                "application/pdf",
                                "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII)));
        officer.button("上传扫描件").click();
        assertThat(officer.link("黔教职成函〔2021〕3号.pdf")).isVisible();
        assertThat(officer.page().locator("#reason")).hasValue("学校扩大培训规模，经省厅审核同意。");
        look.at(officer, "adjustment-ready");
        officer.button("报送教育部").click();
        assertThat(officer.button("撤回修改")).isVisible();
        look.at(officer, "adjustment-submitted");
    }

    @Test
    @Order(8)
    void theMinistryConsentsAndTheNextEditionSaysWhatIsNew() {
        clerk.opens("/ministry/adjustments");
        clerk.reads("调整备案");
        look.at(clerk, "clerk-adjustments");
        clerk.link("黔教职成函〔2021〕3号").click();
        look.at(clerk, "clerk-adjustment");
        clerk.button("不同意").click();
        assertThat(clerk.page().locator("#problem")).containsText("不同意要写理由，让省厅知道为什么。");
        clerk.button("同意并公布新的一版").click();
        assertThat(clerk.text("各行已经调整")).isVisible();
        look.again(clerk, "clerk-adjustment-consented");
        clerk.link("看公布的新一版").click();
        assertThat(clerk.page().locator("#changes + .scroll tbody tr")).hasCount(1);
        assertThat(clerk.page().locator("#changes + .scroll")).containsText("黔教职成函〔2021〕3号");
        look.at(clerk, "published-adjusted");
        clerk.page().locator("#changes").scrollIntoViewIfNeeded();
        look.again(clerk, "published-changes");
    }

    @Test
    @Order(9)
    void manualSaysWhatTheScreensShow() {
        new Manual("教育部操作手册").saysWhatTheScreensShow(look);
    }
}
