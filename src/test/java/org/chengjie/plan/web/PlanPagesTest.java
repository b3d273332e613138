package org.chengjie.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.SchoolsAtWork;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.PlanRow;
import org.chengjie.plan.Plans;
import org.chengjie.plan.SecondPlan;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 任务目录: looked at, amended, imported, opened (spec C1-C3). */
@PageTest
class PlanPagesTest {

    private static final String PLANS = "/ministry/plans";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Plans plans;
    @Autowired private Catalogue catalogue;
    @Autowired private SecondPlan second;
    @Autowired private SchoolsAtWork schools;

    private Actor clerk;
    private Visitor ministry;
    private long plan;

    @BeforeEach
    void arrive() {
        clerk = world.ministry();
        ministry = world.visit(mvc, clerk);
        plan = plans.current().id();
    }

    @Test
    void listsThePlansWithTheirStates() throws Exception {
        second.draft();
        var page = ministry.get(PLANS);
        assertThat(page.select("tbody th").eachText())
                .containsExactly("行动计划（2020—2023年） 2020-2023", "第二期行动计划 2024-2027");
        assertThat(page.select("tbody .st").eachText()).containsExactly("进行中", "草稿");
    }

    @Test
    void showsAllTasksAndNarrowsThem() throws Exception {
        var page = ministry.get(PLANS + "/" + plan);
        assertThat(page.select("tr.area")).hasSize(11);
        assertThat(page.select("a[href*=/items/]")).hasSizeGreaterThanOrEqualTo(73);
        page = ministry.get(PLANS + "/" + plan + "?words=3.2");
        assertThat(page.select("th .tx").eachText()).containsExactly("培育遴选100个左右名班主任工作室");
        page = ministry.get(PLANS + "/" + plan + "?words=没有这样的");
        assertThat(page.select(".empty").text()).contains("没有符合条件的条目。");
    }

    @Test
    void savesAnItemAndShowsTheVersionWithBeforeAndAfter() throws Exception {
        ministry.get(PLANS + "/" + plan + "/items/" + id("3.1"));
        ministry.press(
                "#edit",
                PLANS + "/" + plan + "/items/" + id("3.1"),
                Map.of(
                        "national-target",
                        "250",
                        "reason",
                        "部长办公会",
                        "takes-quantity",
                        "是",
                        "undertaker",
                        "学校和省级"));
        assertThat(ministry.location()).isEqualTo(PLANS + "/" + plan + "?done=2");
        assertThat(ministry.get(ministry.location()).select(".msg.ok").text()).contains("现在是第 2 版");
        var page = ministry.get(PLANS + "/" + plan + "/amendments");
        assertThat(page.select("tbody tr").text())
                .contains("第 2 版", "何司", "条目 3.1 全国目标 200 → 250", "部长办公会");
    }

    @Test
    void renamesAPlanWithAReason() throws Exception {
        var address = PLANS + "/" + plan + "/name";
        var page = ministry.get(address);
        assertThat(page.expectFirst("#f-name").val()).isEqualTo("行动计划（2020—2023年）");
        page = ministry.press("#edit", address, Map.of("name", " "));
        assertThat(ministry.status()).isEqualTo(422);
        assertThat(page.expectFirst("#f-name-e").text()).contains("还没有填");
        assertThat(page.expectFirst("#reason-h").text()).contains("修订要写原因");
        ministry.press("#edit", address, Map.of("name", "提质培优行动计划", "reason", "与通知一致"));
        page = ministry.get(ministry.location());
        assertThat(page.expectFirst("h1").text()).isEqualTo("提质培优行动计划");
        assertThat(page.expectFirst(".who").text()).contains("提质培优行动计划");
        assertThat(ministry.get(PLANS + "/" + plan + "/amendments").select("tbody tr").text())
                .contains("第 2 版", "计划 计划名称 行动计划（2020—2023年） → 提质培优行动计划", "与通知一致");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        ministry.get(PLANS + "/" + plan + "/items/" + id("3.1"));
        var page =
                ministry.press(
                        "#edit",
                        PLANS + "/" + plan + "/items/" + id("3.1"),
                        Map.of("national-target", "很多", "reason", ""));
        assertThat(ministry.status()).isEqualTo(422);
        assertThat(page.select(".msg.bad").text()).contains("有 2 处要改正，还没有保存。");
        assertThat(page.expectFirst("#f-national-target").val()).isEqualTo("很多");
        assertThat(page.expectFirst("#f-national-target-e").text()).contains("应为不小于 1 的整数");
        assertThat(page.expectFirst("#reason-h").text()).contains("修订要写原因");
    }

    @Test
    void asksToConfirmWhatTouchesFilingsAndSaysItOnTheForm() throws Exception {
        var school = schools.save();
        world.setDays(world.officer(World.PROVINCE, "周敏"), -14, 14, 28);
        var address = PLANS + "/" + plan + "/items/" + id("3.1");
        assertThat(ministry.get(address).text()).contains("已有填报：1 省 1 所学校的 1 行（已提交 0 行）。");
        var page = ministry.press("#edit", address, Map.of("unit", "个", "reason", "统一单位"));
        assertThat(ministry.status()).isEqualTo(422);
        assertThat(page.select("#confirm").text())
                .contains("还没有保存", "改为“个”后数字不变、含义变了：1 省 1 所学校的 1 行");
        ministry.press("#edit", address, Map.of("unit", "个", "reason", "统一单位", "confirmed", "yes"));
        assertThat(ministry.status()).isEqualTo(303);
        var form = world.visit(mvc, school).get("/school/undertakings");
        assertThat(form.select("#r3\\.1 + .told").text())
                .contains("由教育部修订：单位“所” → “个”。", "原因：统一单位");
        var another = world.visit(mvc, world.school(World.PROVINCE)).get("/school/undertakings");
        assertThat(another.select(".told")).isEmpty();
    }

    @Test
    void tellsTheSecondClerkAndKeepsTheText() throws Exception {
        var address = PLANS + "/" + plan + "/items/" + id("3.1");
        ministry.get(address);
        var other = world.visit(mvc, world.ministry());
        other.get(address);
        other.press("#edit", address, Map.of("national-target", "250", "reason", "甲"));
        var page =
                ministry.press("#edit", address, Map.of("national-target", "300", "reason", "乙"));
        assertThat(ministry.status()).isEqualTo(409);
        assertThat(page.select(".msg.bad").text()).contains("条目 3.1刚由何司于", "“200” → “250”");
        assertThat(page.expectFirst("#f-national-target").val()).isEqualTo("300");
        ministry.press("#edit", address, Map.of());
        assertThat(ministry.status()).isEqualTo(303);
    }

    @Test
    void takesAnItemOutOnlyOnceConfirmed() throws Exception {
        schools.save();
        var address = PLANS + "/" + plan + "/items/" + id("3.1");
        ministry.get(address);
        var page = ministry.press("#removal", address + "/retirement", Map.of("reason", ""));
        assertThat(page.expectFirst("#removal-reason-h").text()).contains("修订要写原因");
        page = ministry.press("#removal", address + "/retirement", Map.of("reason", "并入 3.2"));
        assertThat(page.select("#removal #confirm").text()).contains("这些行全部保留");
        ministry.press(
                "#removal",
                address + "/retirement",
                Map.of("reason", "并入 3.2", "confirmed", "yes"));
        assertThat(ministry.status()).isEqualTo(303);
        assertThat(ministry.get(PLANS + "/" + plan + "?words=3.1").text()).contains("已停用");
    }

    @Test
    void addsATaskAndAnItem() throws Exception {
        long draft = second.draft();
        ministry.get(PLANS + "/" + draft + "/tasks");
        ministry.press(
                "#edit",
                PLANS + "/" + draft + "/tasks",
                Map.of(
                        "area-no",
                        "1",
                        "task",
                        "扩大开放",
                        "departments",
                        "教育部",
                        "takes-quantity",
                        "否",
                        "undertaker",
                        "学校和省级"));
        assertThat(ministry.status()).isEqualTo(303);
        ministry.get(PLANS + "/" + draft + "/tasks/4/items");
        ministry.press(
                "#edit",
                PLANS + "/" + draft + "/tasks/4/items",
                Map.of("title", "第二条", "unit", "个", "takes-quantity", "是", "undertaker", "省级"));
        assertThat(catalogue.rows(draft).stream().map(PlanRow::itemNo).toList())
                .containsExactly("1", "2.1", "2.2", "4", "4.2", "3");
        ministry.get(PLANS + "/" + draft + "/areas/1");
        ministry.press("#edit", PLANS + "/" + draft + "/areas/1", Map.of("area", "育人"));
        ministry.get(PLANS + "/" + draft + "/tasks/4");
        ministry.press("#edit", PLANS + "/" + draft + "/tasks/4", Map.of("departments", "教育部、财政部"));
        assertThat(ministry.get(PLANS + "/" + draft).text()).contains("育人", "教育部、财政部");
    }

    @Test
    void importsWhatItExportsAsAnEqualPlan() throws Exception {
        ministry.get(PLANS + "/" + plan + "/workbook");
        var file = ministry.response().getContentAsByteArray();
        ministry.get(PLANS + "/import");
        upload(file, "2024-2027", "第二期行动计划");
        var preview = ministry.location();
        var page = ministry.get(preview);
        assertThat(page.select(".bar dd").eachText()).startsWith("11 个", "56 项", "73 条");
        ministry.press("form[action$=confirmation]", preview + "/confirmation", Map.of());
        long draft = Long.parseLong(ministry.location().substring(PLANS.length() + 1));
        assertThat(catalogue.rows(draft).stream().map(PlanRow::texts).toList())
                .isEqualTo(catalogue.rows(plan).stream().map(PlanRow::texts).toList());
        assertThat(catalogue.text(draft)).hasSizeGreaterThan(10).isEqualTo(catalogue.text(plan));
        assertThat(plans.current().id()).isEqualTo(plan);
        ministry.post(preview + "/confirmation", Map.of());
        assertThat(ministry.location()).as("a second press").isEqualTo(PLANS + "/" + draft);
        assertThat(catalogue.heads()).hasSize(2);
    }

    @Test
    void namesTheFaultsOfAFileAndTakesNothing() throws Exception {
        ministry.get(PLANS + "/template");
        var empty = ministry.response().getContentAsByteArray();
        ministry.get(PLANS + "/import");
        var page = upload(empty, "2024-2027", "第二期行动计划");
        assertThat(page.select(".msg.bad").text()).contains("表头下面没有一行条目。");
        assertThat(page.expectFirst("#title").val()).isEqualTo("第二期行动计划");
        upload("名册".getBytes(StandardCharsets.UTF_8), "2024-2027", "甲");
        assertThat(ministry.status()).isEqualTo(422);
        page = upload(empty, "2020-2023", "甲");
        assertThat(page.select(".msg.bad").text()).contains("代号 2020-2023 已经是“行动计划（2020—2023年）”的");
        assertThat(catalogue.heads()).hasSize(1);
    }

    @Test
    void opensADraftOnlyOnceItWasLookedAtAndConfirmed() throws Exception {
        schools.submit();
        schools.save();
        long draft = second.draft();
        var address = PLANS + "/" + draft + "/opening";
        var page = ministry.get(address);
        assertThat(page.text()).contains("2 所已填报，其中 1 所已提交", "还有 1 所学校填了没有提交");
        page = ministry.press("form[action$=opening]", address, Map.of("reason", "教职成〔2024〕1号"));
        assertThat(page.select(".msg.bad").text()).contains("还没有确认。", "您填的依据还在。");
        page =
                ministry.press(
                        "form[action$=opening]", address, Map.of("reason", "", "confirmed", "yes"));
        assertThat(page.select(".msg.bad").text()).contains("要写依据");
        schools.save();
        page =
                ministry.press(
                        "form[action$=opening]",
                        address,
                        Map.of(
                                "reason",
                                "文",
                                "confirmed",
                                "yes",
                                "seen",
                                page.select("[name=seen]").val()));
        assertThat(page.select(".msg.bad").text()).contains("又有变化，还没有开始");
        assertThat(plans.current().id()).isEqualTo(plan);
        ministry.press("form[action$=opening]", address, Map.of("reason", "文", "confirmed", "yes"));
        assertThat(ministry.status()).isEqualTo(303);
        assertThat(plans.current().id()).isEqualTo(draft);
        assertThat(ministry.get(PLANS).select("tbody .st").eachText())
                .containsExactly("进行中", "已结束");
        assertThat(ministry.page().expectFirst(".who").text()).contains("第二期行动计划");
    }

    @Test
    void refusesToOpenAPlanWithGaps() throws Exception {
        long draft = second.draft();
        ministry.get(PLANS + "/" + draft + "/items/" + catalogue.rows(draft).getFirst().id());
        ministry.press(
                "#removal",
                PLANS
                        + "/"
                        + draft
                        + "/items/"
                        + catalogue.rows(draft).getFirst().id()
                        + "/retirement",
                Map.of());
        var page = ministry.get(PLANS + "/" + draft + "/opening");
        assertThat(page.select(".unmet").text()).contains("任务序号不连续：共 2 项，最后一项是 3。");
        assertThat(page.select("form[action$=opening]")).isEmpty();
        ministry.post(PLANS + "/" + draft + "/opening", Map.of("confirmed", "yes", "reason", "文"));
        assertThat(ministry.status()).isEqualTo(422);
    }

    @Test
    void discardsADraftAndNothingElse() throws Exception {
        long draft = second.draft();
        ministry.get(PLANS + "/" + draft + "/opening");
        var page = ministry.post(PLANS + "/" + draft + "/discard", Map.of());
        assertThat(page.select(".msg.bad").text()).contains("还没有确认，草稿没有删除。");
        assertThat(catalogue.heads()).hasSize(2);
        ministry.post(PLANS + "/" + draft + "/discard", Map.of("confirmed", "yes"));
        assertThat(catalogue.heads()).hasSize(1);
        ministry.post(PLANS + "/" + plan + "/discard", Map.of());
        assertThat(ministry.status()).isEqualTo(404);
        assertThat(catalogue.heads()).hasSize(1);
    }

    @Test
    void letsAViewerLookAndChangeNothing() throws Exception {
        world.makeViewer(clerk);
        long draft = second.draft();
        var address = PLANS + "/" + plan + "/items/" + id("3.1");
        assertThat(ministry.get(address).select("#edit button, #removal")).isEmpty();
        assertThat(ministry.get(PLANS + "/" + plan).select("a[href$=/tasks]")).isEmpty();
        ministry.post(address, Map.of("unit", "个", "reason", "甲", "version", "1"));
        assertThat(ministry.status()).isEqualTo(403);
        ministry.post(PLANS + "/" + draft + "/opening", Map.of("confirmed", "yes", "reason", "文"));
        assertThat(ministry.status()).isEqualTo(403);
        ministry.post(PLANS + "/" + draft + "/discard", Map.of());
        assertThat(ministry.status()).isEqualTo(403);
    }

    private org.jsoup.nodes.Document upload(byte[] file, String code, String title)
            throws Exception {
        var token = ministry.page().select("[name=_csrf]").val();
        return ministry.send(
                MockMvcRequestBuilders.multipart(PLANS + "/import")
                        .file(new MockMultipartFile("file", "计划.xlsx", null, file))
                        .param("code", code)
                        .param("title", title)
                        .param("_csrf", token));
    }

    private long id(String no) {
        return catalogue.rows(plan).stream()
                .filter(row -> row.itemNo().equals(no))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
