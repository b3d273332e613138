package org.chengjie.job.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.job.Jobs;
import org.chengjie.job.Progress;
import org.chengjie.job.State;
import org.chengjie.job.Work;
import org.chengjie.job.Worker;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 后台办理: asked for, left, found again, its file fetched (spec X5). */
@PageTest
@Import(JobPageTest.Counting.class)
class JobPageTest {

    /** Longer than one slice of it, and no multiple of one. */
    private static final byte[] FILE = new byte[600_001];

    static {
        new Random(5).nextBytes(FILE);
    }

    record Wish(int steps, boolean once, String problem) {}

    /** Counts, and leaves a file. */
    static class Counting implements Work {

        private final TransactionTemplate transaction;

        Counting(PlatformTransactionManager transactions) {
            transaction = new TransactionTemplate(transactions);
        }

        @Override
        public String kind() {
            return "counting";
        }

        @Override
        public void run(Progress progress) throws Exception {
            var wish = progress.input(Wish.class);
            progress.total(wish.steps());
            for (int i = 0; i < wish.steps(); i++) {
                progress.advance(1);
            }
            switch (wish.problem()) {
                case "rolled back" ->
                        transaction.executeWithoutResult(within -> {
                            progress.begin("数着呢。");
                            progress.total(7);
                            progress.advance(7);
                            throw Refusal.invalid("数完了，又算了。");
                        });
                case "refusal" -> throw Refusal.invalid("数不下去了，请换一份。");
                case "broken off" -> throw new TransactionSystemException("JDBC rollback failed");
                case "fault" -> throw new IllegalStateException("secret");
                default -> {
                    progress.say("数完了 " + wish.steps() + " 步。");
                    progress.report(List.of("第 3 步跳过"));
                    progress.file("结果.xlsx", wish.once(), out -> out.write(FILE));
                }
            }
        }
    }

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        officer = world.officer(World.PROVINCE, "周敏");
        visitor = world.visit(mvc, officer);
    }

    @Test
    void tellsWhatIsUnderWayAndWhatBecameOfIt() throws Exception {
        long id = ask(new Wish(5, false, ""));
        assertThat(visitor.get("/jobs/" + id).text()).contains("数一数", "排队中", "可以离开这一页");
        assertThat(visitor.page().expectFirst("#job").attr("hx-get"))
                .isEqualTo("/jobs/" + id + "/progress");
        worker.run(id);
        assertThat(visitor.get("/jobs/" + id).text())
                .contains("已完成", "数完了 5 步。", "没有办理的 1 项", "第 3 步跳过");
        assertThat(visitor.page().expectFirst("#job").hasAttr("hx-get")).isFalse();
        assertThat(visitor.get("/jobs").text()).contains("数一数", "周敏", "数完了 5 步。");
    }

    @Test
    void keepsTheBadgeAndTheListUpToDateUntilAllHasEnded() throws Exception {
        long id = ask(new Wish(1, false, ""));
        var list = visitor.get("/jobs");
        assertThat(list.expectFirst("#jobs").attr("hx-get")).isEqualTo("/jobs");
        assertThat(list.expectFirst(".rail .count").text()).isEqualTo("待办 1");
        assertThat(list.expectFirst(".rail .count").attr("hx-get")).isEqualTo("/jobs/count");
        ask(new Wish(1, false, ""));
        var badge = visitor.get("/jobs/count").expectFirst(".count");
        assertThat(badge.text()).isEqualTo("待办 2");
        assertThat(badge.attr("hx-get")).isEqualTo("/jobs/count");
        worker.run(id);
        assertThat(visitor.get("/jobs/count").expectFirst(".count").text()).isEqualTo("待办 1");
        worker.run(id + 1);
        assertThat(visitor.get("/jobs/count").body().children()).isEmpty();
        assertThat(visitor.get("/jobs").expectFirst("#jobs").hasAttr("hx-get")).isFalse();
    }

    /** It has not failed: it goes on when the database is back. */
    @Test
    void waitsWhereTheDatabaseBreaksOff() {
        long id = ask(new Wish(1, false, "broken off"));
        assertThatThrownBy(() -> worker.run(id))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(jobs.find(officer, id).state()).isEqualTo(State.RUNNING);
    }

    /** Asked for and run as it is outside of tests: each in a transaction of its own. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void tellsHowFarItIsWhileTheTransactionOfTheWorkIsOpen() throws Exception {
        long id = ask(new Wish(1, false, "rolled back"));
        while (!jobs.find(officer, id).state().finished()) {
            Thread.sleep(20);
        }
        assertThat(jobs.find(officer, id).words()).isEqualTo("数完了，又算了。");
        assertThat(jobs.find(officer, id).done()).isEqualTo(7);
    }

    @Test
    void isFoundByAColleagueAndByNobodyElse() throws Exception {
        long id = ask(new Wish(1, false, ""));
        worker.run(id);
        var colleague = world.visit(mvc, world.officer(World.PROVINCE, "王磊"));
        assertThat(colleague.get("/jobs/" + id).text()).contains("数完了");
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        for (var path : List.of("", "/progress", "/file")) {
            neighbour.get("/jobs/" + id + path);
            assertThat(neighbour.status()).isEqualTo(404);
        }
        assertThat(neighbour.get("/jobs").text()).doesNotContain("数一数");
    }

    @Test
    void givesAnOrdinaryFileAgainAndAgain() throws Exception {
        long id = ask(new Wish(1, false, ""));
        worker.run(id);
        assertThat(jobs.fetch(officer, id).content().getInputStream()).hasBinaryContent(FILE);
        visitor.get("/jobs/" + id + "/file");
        assertThat(visitor.response().getContentAsByteArray()).isEqualTo(FILE);
        assertThat(jobs.fetch(officer, id).name()).isEqualTo("结果.xlsx");
    }

    @Test
    void givesAFileOfSecretsOnceAndOnlyToAPost() throws Exception {
        long id = ask(new Wish(1, true, ""));
        worker.run(id);
        visitor.get("/jobs/" + id + "/file");
        assertThat(visitor.status()).isEqualTo(405);
        assertThat(visitor.get("/jobs/" + id).text()).contains("只能下载一次");
        visitor.submit("/jobs/" + id + "/file", Map.of());
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.response().getContentAsByteArray()).isEqualTo(FILE);
        assertThat(visitor.get("/jobs/" + id).text()).contains("文件已下载").doesNotContain("请保存好");
        visitor.post("/jobs/" + id + "/file", Map.of());
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page().text()).contains("这个文件只能下载一次，已经下载过");
        var colleague = world.officer(World.PROVINCE, "王磊");
        assertThatThrownBy(() -> jobs.fetch(colleague, id))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().getMessage());
    }

    @Test
    void saysInWordsWhatWasRefused() throws Exception {
        long id = ask(new Wish(1, false, "refusal"));
        worker.run(id);
        assertThat(visitor.get("/jobs/" + id).text()).contains("没有完成", "数不下去了，请换一份。");
    }

    @Test
    void tellsNothingOfTheInsideOfAFault() throws Exception {
        long id = ask(new Wish(1, false, "fault"));
        worker.run(id);
        assertThat(visitor.get("/jobs/" + id).text())
                .contains("平台出了问题，已记录（编号 ")
                .doesNotContain("secret");
    }

    @Test
    void endsWhenAskedTo() throws Exception {
        long id = ask(new Wish(5, false, ""));
        visitor.get("/jobs/" + id);
        visitor.submit("/jobs/" + id + "/stop", Map.of());
        worker.run(id);
        assertThat(jobs.find(officer, id).state()).isEqualTo(State.STOPPED);
        assertThat(visitor.get("/jobs/" + id).text()).contains("已停止").doesNotContain("数完了");
    }

    @Test
    void runsNothingTwice() {
        long id = ask(new Wish(2, false, "refusal"));
        worker.run(id);
        worker.run(id);
        assertThat(jobs.find(officer, id).state()).isEqualTo(State.FAILED);
    }

    private long ask(Wish wish) {
        return jobs.ask(officer, "counting", "数一数", "/province/schools", wish);
    }
}
