package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school and a colleague with an account of his own, at one form (spec 1, A2, F7). */
@Tag("journey")
class ColleaguesFileTogetherTest {

    private static final String CODE = "9914000104";

    private final Look look = new Look();

    @Test
    void eachIsKnownByNameAndKnowsWhatIsTheirs() {
        try (var school = Visitor.atADesk();
                var colleague = Visitor.atADesk()) {
            school.signsIn("学校（或其他）", CODE, "123456");
            school.changesTheInitialPassword("benxiao2020");
            var password = addsAColleague(school);
            comes(colleague, password);
            sharesOut(school);
            finds(colleague);
            bothWriteTheSame(school, colleague);
            colleagueSavesAndTheSchoolIsTold(school, colleague);
        }
    }

    private String addsAColleague(Visitor school) {
        school.goesTo("同事账号");
        look.at(school, "colleagues-none");
        school.button("添加").click();
        assertThat(school.text("有 1 处要改正，还没有添加。")).isVisible();
        look.at(school, "colleagues-faults");
        school.field("姓名").fill("张伟");
        school.button("添加").click();
        school.reads("已添加同事");
        look.at(school, "colleague-handed");
        var password = school.page().locator(".secret").innerText();
        school.link("已抄下，返回").click();
        assertThat(school.text(CODE + "-01").first()).isVisible();
        school.link("修改 " + CODE + "-01").click();
        assertThat(school.field("姓名")).hasValue("张伟");
        look.at(school, "colleagues");
        return password;
    }

    private void comes(Visitor colleague, String password) {
        colleague.signsIn("学校（或其他）", CODE + "-01", password);
        colleague.reads("修改密码");
        look.at(colleague, "colleague-first-password");
        colleague.field("旧密码").fill(password);
        colleague.field("新密码").fill("tongshi2020");
        colleague.field("重新输入新密码").fill("tongshi2020");
        assertThat(colleague.field("姓名")).hasValue("张伟");
        colleague.field("办公电话").fill("0310-8888888");
        colleague.field("手机号").fill("13000000002");
        colleague.button("提交").click();
        colleague.reads("承接任务");
        assertThat(colleague.text("张伟 · 填报")).isVisible();
        assertThat(colleague.text("填好后由本校管理员提交")).isVisible();
        assertThat(colleague.button("提交")).hasCount(0);
        assertThat(colleague.link("同事账号")).hasCount(0);
    }

    /** By the keyboard: Enter opens, Enter keeps, and one is back where one was. */
    private void sharesOut(Visitor school) {
        school.goesTo("承接任务");
        note(school, "3.2").focus();
        school.page().keyboard().press("Enter");
        look.at(school, "filing-note-writing");
        field(school, "3.2").fill("张伟");
        school.page().keyboard().press("Enter");
        assertThat(note(school, "3.2")).hasText("张伟");
        assertThat(note(school, "3.2")).isFocused();
        note(school, "3.1").click();
        field(school, "3.1").fill("教务处王芳、李敏");
        school.field("筛选工作任务").click();
        assertThat(note(school, "3.1")).hasText("教务处王芳、李敏");
        note(school, "2").click();
        field(school, "2").fill("不要了");
        school.page().keyboard().press("Escape");
        assertThat(note(school, "2")).hasText("");
        look.at(school, "filing-notes");
    }

    private void finds(Visitor colleague) {
        colleague.page().reload();
        whose(colleague).selectOption("我负责的");
        assertThat(note(colleague, "3.2")).isVisible();
        assertThat(note(colleague, "3.1")).isHidden();
        assertThat(colleague.text("1 条").first()).isVisible();
        look.at(colleague, "filing-notes-mine");
        whose(colleague).selectOption("李敏");
        assertThat(note(colleague, "3.1")).isVisible();
        assertThat(note(colleague, "3.2")).isHidden();
        whose(colleague).selectOption("全部");
        assertThat(note(colleague, "4.1")).isVisible();
    }

    private void bothWriteTheSame(Visitor school, Visitor colleague) {
        note(colleague, "3.2").click();
        field(colleague, "3.2").fill("何静");
        colleague.page().keyboard().press("Enter");
        assertThat(note(colleague, "3.2")).hasText("何静");
        note(school, "3.2").click();
        field(school, "3.2").fill("王芳");
        school.page().keyboard().press("Enter");
        var told = Pattern.compile("^3\\.2 负责人已被张伟于 \\d\\d:\\d\\d:\\d\\d 改为“何静”，与您写的“王芳”不同。$");
        assertThat(school.page().getByText(told)).isVisible();
        look.at(school, "filing-note-clash");
        school.button("保留我的").click();
        assertThat(note(school, "3.2")).hasText("王芳");
        note(colleague, "3.2").click();
        field(colleague, "3.2").fill("何静二");
        colleague.page().keyboard().press("Enter");
        colleague.button("改用对方的").click();
        assertThat(note(colleague, "3.2")).hasText("王芳");
    }

    private void colleagueSavesAndTheSchoolIsTold(Visitor school, Visitor colleague) {
        var theirs = new FormOnScreen(colleague);
        var ours = new FormOnScreen(school);
        theirs.fills(new FormOnScreen.Row("3.3", "2 个", List.of("3", "1", "1", "1")));
        theirs.saves();
        ours.fills(new FormOnScreen.Row("3.3", "2 个", List.of("8", "1", "0", "1")));
        school.button("保存").click();
        assertThat(school.page().getByText(Pattern.compile("3\\.3 已被张伟于 .* 改动"))).isVisible();
        school.button("改用对方的").click();
        ours.submitsAfterALook();
        school.reads("本校任务情况预览");
        assertThat(school.page().getByRole(AriaRole.MAIN)).containsText("负责人");
        look.at(school, "preview-notes");
        colleague.opens("/school/preview");
        assertThat(colleague.button("继续修改")).hasCount(0);
        look.at(colleague, "preview-colleague");
        colleague.opens("/school/notes/3.1");
        colleague.reads("负责人");
        look.at(colleague, "note-page");
    }

    private static Locator note(Visitor visitor, String no) {
        return visitor.page().locator("[id='r" + no + "'] a.row-note");
    }

    private static Locator field(Visitor visitor, String no) {
        return visitor.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(no + " 负责人").setExact(true));
    }

    private static Locator whose(Visitor visitor) {
        return visitor.page().locator("#whose select");
    }
}
