package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A province undertakes itself, adds its funds, mends what the checks name, submits, is sent back
 * by the ministry with a reason, mends and submits again (spec P2, P3). It has no schools, so that
 * it is in nobody's way.
 */
@Tag("journey")
class ProvinceSubmitsTest {

    private static final Pattern RECEIPT = Pattern.compile("12-P-\\d{8}-\\d{4,}");

    private final Look look = new Look();

    @Test
    void theProvinceSubmitsTheMinistryReturnsAndTheProvinceSubmitsAgain() {
        try (var officer = Visitor.atADesk();
                var clerk = Visitor.atADesk()) {
            Offices.signIn(officer, "省级", "120000", "工作台");
            officer.goesTo("汇总上报");
            look.at(officer, "submission-nothing-yet");
            fillsIn(officer);
            mendsWhatTheChecksName(officer);
            submits(officer);
            returned(clerk);
            submitsAgain(officer);
        }
    }

    private void fillsIn(Visitor officer) {
        officer.goesTo("省级承接");
        look.at(officer, "own-empty");
        officer.tick("省级承接 3.1 " + title(officer, "3.1")).check();
        cell(officer, "quantity-3.1").fill("两个");
        cell(officer, "bodies-3.1").fill("天津市教育科学研究院");
        cell(officer, "provincial-3.1").fill("1,234.5");
        cell(officer, "provincial-1").fill("20");
        assertThat(officer.page().locator("[data-sum=total]")).hasText("1,254.5");
        officer.button("保存").click();
        assertThat(officer.page().locator("#problems")).containsText("有 1 处没有保存，其余都已保存：");
        look.at(officer, "own-faulty");
        cell(officer, "quantity-3.1").fill("");
        officer.button("保存").click();
        assertThat(officer.page().locator("#save-state")).containsText("已保存");
    }

    private void mendsWhatTheChecksName(Visitor officer) {
        officer.goesTo("汇总上报");
        assertThat(unmet(officer)).hasCount(4);
        look.at(officer, "submission-unmet");
        unmet(officer, "还没有发布本省申报要求").click();
        officer.reads("本省申报要求");
        officer.field("开始日期").fill("2020-10-19");
        officer.field("结束日期").fill("2020-11-06");
        officer.page().locator("#revisionCloses").fill("2020-12-11");
        officer.button("保存申报要求").click();
        officer.goesTo("汇总上报");
        unmet(officer, "省级平台联系人").click();
        officer.page().locator("#name1").fill("王磊");
        officer.page().locator("#phone1").fill("022-83215001");
        officer.page().locator("#name2").fill("赵静");
        officer.page().locator("#phone2").fill("022-83215002");
        officer.button("保存").click();
        officer.goesTo("汇总上报");
        unmet(officer, "省级承接有 1 条没有填完").click();
        assertThat(cell(officer, "quantity-3.1")).isInViewport();
        cell(officer, "quantity-3.1").fill("2");
        cell(officer, "provincial-1").fill("0");
        officer.button("保存").click();
        officer.goesTo("汇总上报");
        assertThat(unmet(officer)).hasCount(0);
        look.at(officer, "submission-ready");
    }

    private void submits(Visitor officer) {
        officer.tick("已核对这一页的数字，上报后全省都不能再改").check();
        officer.button("上报教育部").click();
        assertThat(officer.page().locator("[aria-labelledby=receipt]")).containsText(RECEIPT);
        look.at(officer, "submission-receipt");
        officer.goesTo("省级承接");
        assertThat(officer.page().locator(".banner")).containsText("已汇总上报教育部，现在只能查看");
        assertThat(cell(officer, "provincial-1")).not().isEditable();
        look.at(officer, "own-sealed");
    }

    private void returned(Visitor clerk) {
        Offices.signIn(clerk, "教育部", "moe", "全国概览");
        clerk.goesTo("各省上报");
        look.at(clerk, "ministry-submissions");
        clerk.link("天津市").click();
        clerk.reads("天津市");
        clerk.button("退回").click();
        assertThat(clerk.text("退回上报要写原因，让省厅知道怎么改。")).isVisible();
        look.at(clerk, "ministry-return-refused");
        clerk.page().locator("#reason").fill("3.1 的承接数量请核对，应与实施方案一致。");
        clerk.button("退回").click();
        assertThat(clerk.text("教育部退回")).isVisible();
        look.at(clerk, "ministry-returned");
    }

    private void submitsAgain(Visitor officer) {
        officer.goesTo("工作台");
        assertThat(officer.page().locator(".banner")).containsText("3.1 的承接数量请核对，应与实施方案一致。");
        look.at(officer, "desk-submission-returned");
        officer.goesTo("省级承接");
        cell(officer, "quantity-3.1").fill("3");
        officer.button("保存").click();
        officer.goesTo("汇总上报");
        look.at(officer, "submission-returned");
        officer.tick("已核对这一页的数字，上报后全省都不能再改").check();
        officer.button("上报教育部").click();
        assertThat(officer.page().locator("[aria-labelledby=receipt]")).containsText(RECEIPT);
        assertThat(officer.page().locator(".line li")).hasCount(3);
        look.at(officer, "submission-again");
    }

    private static Locator cell(Visitor officer, String id) {
        return officer.page().locator("[id='" + id + "']");
    }

    private static String title(Visitor officer, String no) {
        return officer.page().locator("[id='r" + no + "'] .tx").textContent();
    }

    private static Locator unmet(Visitor officer) {
        return officer.page().locator(".checks .unmet");
    }

    /** The way from a failed check to where it is mended. */
    private static Locator unmet(Visitor officer, String words) {
        return unmet(officer)
                .filter(new Locator.FilterOptions().setHasText(words))
                .getByRole(AriaRole.LINK);
    }
}
