package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.chengjie.filing.Books;
import org.chengjie.workbook.Download;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form is downloaded, filled in elsewhere, sent, mended, looked at and saved (spec F5, F7). */
@Tag("journey")
class SchoolFilesOfflineTest {

    private final Look look = new Look();

    @Test
    void templateComesBackAsTheForm() {
        try (var school = Visitor.atADesk()) {
            var form = new FormOnScreen(school);
            school.signsIn("学校（或其他）", Product.running().school("140000"), "123456");
            school.changesTheInitialPassword("lixiantianbao2020");
            school.reads("承接任务");
            form.fills(FormOnScreen.EXAMPLE.getFirst());
            form.saves();
            var template = downloads(school, "下载填报模板");
            form.cell("1", "学校自筹").fill("9");
            form.saves();

            school.link("上传填报表").click();
            school.reads("用 Excel 填报");
            look.at(school, "offline");
            sends(
                    school,
                    template.type("1", "学校自筹", 8)
                            .tick("3.1", 2.5, 6, 5, "４", 1)
                            .tick("3.2", 2, "2", 1, 2, 6)
                            .tick("3.3", 2, 3, 1));
            assertThat(school.text("表里有 1 处要改正，还没有保存任何内容。")).isVisible();
            assertThat(school.text("应为不小于 1 的整数，现在填的是“2.5”。")).isVisible();
            look.at(school, "offline-faults");

            var marked = downloads(school, "下载标出错误的文件");
            school.link("返回上传").click();
            sends(school, LibreOffice.saves(marked.type("3.1", "承接数量", 1).write()));
            school.reads("用 Excel 填报 · 预览");
            assertThat(school.text("保留文件里的")).isVisible();
            assertThat(school.text("还没有填：举办方投入、地市县投入。")).isVisible();
            look.at(school, "offline-preview");
            school.page()
                    .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("保留文件里的"))
                    .check();
            school.button("保存").click();
            school.reads("用 Excel 填报 · 已保存");
            look.at(school, "offline-saved");

            school.link("去承接任务").click();
            school.reads("承接任务");
            form.shows(new FormOnScreen.Row("1", "-", List.of("8", "2", "3", "4")));
            form.shows(FormOnScreen.EXAMPLE.get(2));
            form.shows(FormOnScreen.EXAMPLE.get(3));
            form.shows(new FormOnScreen.Row("3.3", "2 个", List.of("3", "1", "", "")));
            form.totals("2", "48", "19", "9", "9", "11");

            school.link("上传填报表").click();
            sends(school, new byte[(10 << 20) + 1]);
            school.reads("提交的内容太大");
            school.link("回到首页").click();
            school.reads("承接任务");
            school.signsOut();
        }
    }

    private static Books downloads(Visitor school, String link) {
        var download = school.page().waitForDownload(() -> school.link(link).click());
        try {
            return Books.read(Files.readAllBytes(download.path()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sends(Visitor school, Books book) {
        sends(school, book.write());
    }

    private static void sends(Visitor school, byte[] file) {
        school.page()
                .getByLabel("填报表文件")
                .setInputFiles(new FilePayload("填报表.xlsx", Download.XLSX, file));
        school.button("上传并预览").click();
    }
}
