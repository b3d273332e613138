package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** An officer of 山西 who reviews one school (spec R1, R2). */
record ProvinceAtWork(Visitor officer, Look look) {

    private static final String CODE = "140000";
    private static final String PASSWORD = "jinjiaoting2020";

    /** The first time: the password, then one row returned, one rejected, the others approved. */
    void decides(String school) {
        officer.signsIn("省级", CODE, "123456");
        changesThePassword();
        opensTheSchool(school);
        look.at(officer, "review");
        picks(List.of("3.1"));
        officer.button("退回修改").click();
        assertThat(officer.field("修改意见或理由 退回、不通过、重新审核时必填")).isFocused();
        look.at(officer, "review-no-reason");
        says("公办学校一般没有举办方投入，请核实；学校自筹请与预算一致。");
        officer.field("举办方投入").check();
        officer.field("学校自筹").check();
        officer.button("退回修改").click();
        decided("退回修改", 1);
        picks(List.of("3.3"));
        says("与 3.2 的内容重复。");
        officer.button("不通过").click();
        decided("不通过", 1);
        picks(List.of("1", "2", "3.2"));
        assertThat(officer.text("已选 3 行 · 汇总 35 万元")).isVisible();
        officer.button("通过").click();
        decided("通过", 3);
        look.at(officer, "review-decided");
    }

    void approvesWhatWasMended(String school) {
        officer.signsIn("省级", CODE, PASSWORD);
        opensTheSchool(school);
        assertThat(note("退回后重新提交")).containsText("举办方投入 4 → 0");
        assertThat(note("退回后重新提交")).containsText("学校自筹 6 → 6.5");
        look.at(officer, "review-mended");
        officer.button("通过 3.1").click();
        decided("通过", 1);
    }

    void releases(String school) {
        officer.signsIn("省级", CODE, PASSWORD);
        opensTheSchool(school);
        officer.page().getByRole(AriaRole.GROUP).getByText("放开整表").first().click();
        officer.field("原因").fill("学校来电：预算有变，要求重填。");
        officer.button("放开整表").click();
        assertThat(officer.text("已放开整表，学校可以重新填报。")).isVisible();
        look.at(officer, "review-released");
    }

    private void changesThePassword() {
        officer.reads("修改密码");
        look.at(officer, "province-first-password");
        officer.field("旧密码").fill("123456");
        officer.field("新密码").fill("short1");
        officer.field("重新输入新密码").fill("short1");
        officer.page().locator("#name").fill("王老师");
        officer.field("办公电话").fill("0351-3046000");
        officer.field("手机号").fill("13900000001");
        officer.button("提交").click();
        assertThat(officer.text("密码应为 10–20 位，数字和字母混合。")).isVisible();
        officer.field("旧密码").fill("123456");
        officer.field("新密码").fill(PASSWORD);
        officer.field("重新输入新密码").fill(PASSWORD);
        officer.button("提交").click();
        officer.reads("工作台");
        look.at(officer, "province-desk");
        officer.opens("/province/schools");
        officer.reads("按院校审核");
        look.at(officer, "province-schools");
    }

    private void opensTheSchool(String school) {
        officer.opens("/province/schools");
        officer.reads("按院校审核");
        officer.field("学校名称、代码或市").fill(school);
        officer.button("筛选").click();
        officer.link(school).click();
        officer.reads(school);
    }

    private void decided(String step, int rows) {
        assertThat(officer.page().locator("#last"))
                .containsText("已办理“" + step + "”" + rows + " 行。学校处理之前可以撤销。");
    }

    private void picks(List<String> numbers) {
        numbers.forEach(no -> officer.tick("选择 " + no).check());
    }

    private void says(String reason) {
        officer.page().getByRole(AriaRole.TEXTBOX).first().fill(reason);
    }

    private Locator note(String head) {
        return officer.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(head));
    }
}
