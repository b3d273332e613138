package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;
import static org.chengjie.filing.Typing.unticked;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two schools become one, and what they undertake is counted once (spec P1). */
@PageTest
class MergersTest {

    @Autowired private World world;
    @Autowired private Mergers mergers;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Register register;
    @Autowired private SchoolChanges changes;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor ending;
    private Actor lasting;

    @BeforeEach
    void arrive() {
        officer = World.at(world.officer(World.PROVINCE, "周敏"), World.DURING);
        world.open(officer);
        ending = world.school(World.PROVINCE);
        lasting = world.school(World.PROVINCE);
    }

    @Test
    void handsTheWholeFilingToASchoolThatHasNone() {
        filings.submit(ending, manual(), CONTACT);
        decide(ending, Step.APPROVE, "3.2");
        long total = total();
        merge();
        assertThat(total()).isEqualTo(total);
        var form = filings.form(lasting);
        assertThat(form.ticked().rows()).isEqualTo(5);
        assertThat(stored(lasting, "3.2").stage()).isEqualTo(Stage.APPROVED);
        assertThat(moves(lasting)).hasSize(6);
        assertThat(merged().closed()).isTrue();
        assertThat(merged().mergedInto()).isEqualTo(lasting.unitName());
    }

    @Test
    void handsOverWhatTheOtherDoesNotUndertakeAndKeepsTheRestAsHistory() {
        filings.submit(ending, manual(), CONTACT);
        decide(ending, Step.APPROVE, "2");
        decide(ending, Step.RETURN, "3.1");
        // The other has ticked and unticked 2, and undertakes 1 with other figures.
        filings.save(
                lasting,
                List.of(row("1", 0, "-", "9", "9", "9", "9"), row("2", 0, "-", "1", "1", "1", "1")),
                CONTACT);
        filings.save(lasting, List.of(unticked("2", stored(lasting, "2").version())), null);
        filings.submit(lasting, List.of(), CONTACT);
        long before = total();
        var preview = mergers.preview(officer, ending.unitId(), lasting.unitId());
        assertThat(preview.handed())
                .extracting(row -> row.item().no())
                .containsExactly("2", "3.1", "3.2", "3.3");
        assertThat(preview.kept()).extracting(both -> both.item().no()).containsExactly("1");
        var version = stored(ending, "2").version();
        merge();
        // 1 was counted twice, once for each school; the closed one's 10 万元 no longer count.
        assertThat(total()).isEqualTo(before - 100_000);
        assertThat(filings.form(lasting).ticked().funds().total().yuan())
                .isEqualTo(preview.after().funds().total().yuan())
                .isEqualTo(830_000);
        assertThat(stored(lasting, "2").stage()).isEqualTo(Stage.APPROVED);
        assertThat(stored(lasting, "2").version()).isEqualTo(version);
        assertThat(stored(lasting, "3.1").stage()).isEqualTo(Stage.RETURNED);
        assertThat(filings.returned(lasting)).isEqualTo(1);
        assertThat(stored(ending, "1").undertaken()).isTrue();
        assertThat(stored(ending, "2").undertaken()).isFalse();
        // 10 of the form, less 1 that stays, and the decisions on two: all of them under one path.
        assertThat(paths("filing.undertaking")).isEqualTo(5);
        var filing = Objects.requireNonNull(filings.form(lasting).filing());
        assertThat(filing.reviewStarted()).isTrue();
        assertThat(moves(lasting)).hasSize(1 + 4 + 2);
        assertThatThrownBy(() -> filings.withdraw(lasting)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesTheStandingAlongWhereTheOtherUndertakesNothing() {
        filings.submit(ending, manual(), CONTACT);
        filings.save(lasting, List.of(row("1", 0, "-", "1", "1", "1", "1")), CONTACT);
        filings.save(lasting, List.of(unticked("1", stored(lasting, "1").version())), null);
        long total = total();
        merge();
        assertThat(total()).isEqualTo(total);
        assertThat(Objects.requireNonNull(filings.form(lasting).filing()).submitted()).isTrue();
        assertThat(Objects.requireNonNull(filings.form(ending).filing()).submitted()).isFalse();
    }

    @Test
    void takesTheCitysOpinionAlong() {
        filings.submit(ending, manual(), CONTACT);
        jdbc.sql(
                        """
                        insert into review.opinion (undertaking_id, school_path, agrees, row_version, at, by_account, by_name)
                        values (:row, :path, true, 1, now(), :by, '市')
                        """)
                .param("row", stored(ending, "1").id())
                .param("path", ending.path())
                .param("by", officer.accountId())
                .update();
        merge();
        assertThat(
                        jdbc.sql(
                                        "select school_path from review.opinion where undertaking_id = :row")
                                .param("row", stored(lasting, "1").id())
                                .query(String.class)
                                .single())
                .isEqualTo(lasting.path());
    }

    @Test
    void refusesWhereOneIsSubmittedAndTheOtherNot() {
        filings.submit(ending, manual(), CONTACT);
        filings.save(lasting, manual(), CONTACT);
        assertThat(refusal())
                .isEqualTo(
                        "“%s”已提交，“%s”还没有提交，不能合并。请让“%s”先提交，或者放开“%s”的整表，再办理。"
                                .formatted(
                                        ending.unitName(),
                                        lasting.unitName(),
                                        lasting.unitName(),
                                        ending.unitName()));
        assertThat(merged().closed()).isFalse();
    }

    @Test
    void refusesWhatHasChangedSinceThePreview() {
        filings.save(ending, manual(), CONTACT);
        var seen = mergers.preview(officer, ending.unitId(), lasting.unitId()).seen();
        filings.save(ending, List.of(unticked("1", stored(ending, "1").version())), null);
        assertThatThrownBy(
                        () -> mergers.merge(officer, ending.unitId(), lasting.unitId(), seen, "合并"))
                .hasMessageStartingWith("预览之后两校的登记或填报又有改动");
        assertThat(merged().closed()).isFalse();
    }

    @Test
    void refusesSchoolsThatCannotBeMerged() {
        assertThatThrownBy(() -> mergers.preview(officer, ending.unitId(), ending.unitId()))
                .hasMessage("不能并入自己。请选择另一所学校。");
        var other = world.school(World.OTHER_PROVINCE);
        assertThatThrownBy(() -> mergers.preview(officer, ending.unitId(), other.unitId()))
                .hasMessageStartingWith("没有这一页");
        changes.close(officer, lasting.unitId(), 1, "停办");
        assertThat(refusal()).endsWith("已撤销，不能合并。请选择在册的学校。");
    }

    @Test
    void refusesToMergeWhatHasBeenSubmittedToTheMinistry() {
        filings.submit(ending, manual(), CONTACT);
        windows.seal(officer, plans.current().id());
        assertThat(refusal()).startsWith("本省已汇总上报教育部");
    }

    @Test
    void refusesToCloseWhatHasBeenSubmittedToTheMinistry() {
        filings.submit(ending, manual(), CONTACT);
        windows.seal(officer, plans.current().id());
        assertThatThrownBy(() -> changes.close(officer, ending.unitId(), 1, "停办"))
                .hasMessageStartingWith("本省已汇总上报教育部");
        changes.close(officer, lasting.unitId(), 1, "没有填报，可以撤销");
    }

    @Test
    void refusesToReopenOrDecideWhatWasMerged() {
        filings.submit(ending, manual(), CONTACT);
        filings.submit(lasting, manual(), CONTACT);
        merge();
        assertThatThrownBy(() -> changes.reopen(officer, ending.unitId(), merged().version()))
                .hasMessageContaining("填报已经移交，不能恢复。");
        assertThatThrownBy(() -> decide(ending, Step.APPROVE, "1"))
                .hasMessageStartingWith("这所学校已撤销或并入其他学校");
        assertThatThrownBy(() -> filings.save(ending, manual(), CONTACT))
                .isInstanceOf(Refusal.class);
    }

    private void merge() {
        var seen = mergers.preview(officer, ending.unitId(), lasting.unitId()).seen();
        mergers.merge(officer, ending.unitId(), lasting.unitId(), seen, "合并");
    }

    private String refusal() {
        try {
            merge();
            return "merged";
        } catch (Refusal refused) {
            return refused.words();
        }
    }

    private org.chengjie.organisation.RegisterEntry merged() {
        return register.find(ending.unitId(), officer.reach());
    }

    /** What the province's list sums to. */
    private long total() {
        return jdbc.sql(
                        """
                        select coalesce(sum(self_raised + industry + sponsor + local), 0) from review.school
                         where id in (:ending, :lasting)
                        """)
                .param("ending", ending.unitId())
                .param("lasting", lasting.unitId())
                .query(Long.class)
                .single();
    }

    private long paths(String table) {
        return jdbc.sql("select count(*) from " + table + " where school_path = :path")
                .param("path", lasting.path())
                .query(Long.class)
                .single();
    }

    /** Of the rows that a school has now, wherever they came from. */
    private List<Long> moves(Actor school) {
        return jdbc.sql(
                        "select id from filing.move where filing_id = :filing and school_path = :path")
                .param("filing", Objects.requireNonNull(filings.form(school).filing()).id())
                .param("path", school.path())
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    private void decide(Actor school, Step step, String no) {
        decisions.decide(
                officer,
                school.unitId(),
                step,
                List.of(Pick.of(stored(school, no))),
                "请核对",
                Set.of());
    }

    private Undertaking stored(Actor school, String no) {
        return filings.form(school).row(item(no));
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
