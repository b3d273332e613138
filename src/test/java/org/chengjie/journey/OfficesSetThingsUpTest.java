package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a province sets before its schools file, and what the ministry sees of it (spec W1, C3, P1,
 * P4).
 */
@Tag("journey")
class OfficesSetThingsUpTest {

    private final Look look = new Look();

    @Test
    void aProvinceSetsItsDaysAndItsContacts() {
        try (var officer = Visitor.atADesk()) {
            Offices.signIn(officer, "省级", "130000", "工作台");
            look.at(officer, "desk");
            officer.goesTo("本省设置");
            look.at(officer, "setting");
            officer.goesTo("本省申报要求");
            look.at(officer, "window");
            officer.field("结束日期").fill("2020-01-01");
            officer.button("保存申报要求").click();
            assertThat(officer.text("有 1 处要改正，还没有保存：")).isVisible();
            look.at(officer, "window-turned-round");
            officer.goesTo("省级平台联系人");
            officer.page().locator("#phone1").fill("电话");
            officer.button("保存").click();
            assertThat(officer.text("有 1 处要改正，还没有保存。")).isVisible();
            look.at(officer, "province-contacts");
            officer.opens("/account/password");
            look.at(officer, "password");
        }
    }

    @Test
    void theMinistrySeesEveryProvince() {
        try (var clerk = Visitor.atADesk()) {
            Offices.signIn(clerk, "教育部", "moe", "全国概览");
            clerk.goesTo("分省情况");
            assertThat(clerk.page().getByText("新疆生产建设兵团").first()).isVisible();
        }
    }

    @Test
    void aCityGivesItsOpinion() {
        Product.running().letsCitiesReview("140000");
        try (var clerk = Visitor.atADesk()) {
            Offices.signIn(clerk, "省级", "140300", "本市中职初审");
            look.at(clerk, "city-schools");
            clerk.link("山西省第10中等职业学校（演示）").click();
            clerk.reads("山西省第10中等职业学校（演示）");
            clerk.page().locator("button[name=one][value^=AGREE]").first().click();
            assertThat(clerk.text("已对 1 行给出意见“同意”。")).isVisible();
            clerk.page().locator("input[name=pick]").nth(1).check();
            clerk.button("不同意所选").click();
            assertThat(clerk.text("不同意要写意见，让省厅知道为什么。").first()).isVisible();
            look.at(clerk, "city-school-refused");
            clerk.page().locator("#words").fill("场地和设备还不够，建议核减承接数量。");
            clerk.button("不同意所选").click();
            assertThat(clerk.text("已对 1 行给出意见“不同意”。")).isVisible();
            look.at(clerk, "city-school");
        }
    }
}
