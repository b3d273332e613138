package org.chengjie.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Undertaking;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.PresentFigures;
import org.chengjie.provincial.RollUp;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 调整备案: what it takes, what consent changes, and that nothing else does (spec P5, P6). */
@PageTest
@Tag("server")
class AdjustmentsTest {

    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private AdjustmentCase asks;
    @Autowired private Adjustments adjustments;
    @Autowired private Consents consents;
    @Autowired private Editions editions;
    @Autowired private PresentFigures figures;
    @Autowired private Filings filings;
    @Autowired private OwnUndertakings own;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor ministry;
    private Actor school;

    @BeforeEach
    void publish() {
        officer = world.officer(World.PROVINCE, "周敏");
        ministry = world.ministry();
        world.open(officer);
        school = cases.published(officer, ministry);
    }

    @Test
    void changesTheRowTheFiguresAndTheEditionWithConsent() {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        consent(id);
        assertThat(row("3.1").values().quantity()).isEqualTo(4);
        assertThat(row("3.1").stage()).isEqualTo(Stage.APPROVED);
        var second = latest();
        assertThat(second.no()).isEqualTo(2);
        assertThat(second.note()).isEqualTo("调整备案：山西省 晋教函〔2021〕3号（2020-10-30）");
        assertThat(second.announcement().documentNo())
                .isEqualTo(PublicationCase.ANNOUNCEMENT.documentNo());
        assertThat(rollUp(second)).isEqualTo(present());
        assertThat(editions.changes(second.plan().id(), 2))
                .singleElement()
                .extracting(
                        EditionChange::provinceName,
                        EditionChange::itemNo,
                        EditionChange::field,
                        EditionChange::before,
                        EditionChange::after)
                .containsExactly("山西省", "3.1", "承接数量", "1", "4");
        assertThat(editions.changes(second.plan().id(), 1)).isEmpty();
        var form = filings.form(school);
        assertThat(filings.history(form, school.reach()).of(row("3.1").id()).getFirst())
                .extracting(move -> move.step(), move -> move.reason())
                .containsExactly(Step.ADJUST, "来函 晋教函〔2021〕3号");
        assertThat(adjustments.unread(school))
                .singleElement()
                .extracting(Told::words)
                .isEqualTo("经教育部同意（晋教函〔2021〕3号），3.1 调整（承接数量 1 → 4）。");
        adjustments.confirm(school, id);
        assertThat(adjustments.unread(school)).isEmpty();
    }

    @Test
    void letsASchoolGiveUpARowAndTakeOnAnother() {
        long gone = asks.begun(officer);
        asks.pick(officer, gone, school, "3.2");
        assertThat(asks.submit(officer, gone, Map.of(), false)).isEmpty();
        consent(gone);
        assertThat(row("3.2").undertaken()).isFalse();
        assertThat(latest().items()).map(line -> line.item().no()).doesNotContain("3.2");
        long more = asks.begun(officer);
        asks.pick(officer, more, school, "4.1");
        assertThat(
                        asks.submit(
                                officer,
                                more,
                                Map.of(
                                        AdjustedCell.QUANTITY, "２",
                                        AdjustedCell.SELF_RAISED, "1.5",
                                        AdjustedCell.INDUSTRY, "0",
                                        AdjustedCell.SPONSOR, "0",
                                        AdjustedCell.LOCAL, "3"),
                                true))
                .isEmpty();
        consent(more);
        assertThat(row("4.1").stage()).isEqualTo(Stage.APPROVED);
        assertThat(latest().no()).isEqualTo(3);
        assertThat(rollUp(latest())).isEqualTo(present());
        assertThat(latest().funds().total().plain()).isEqualTo("93.5");
    }

    @Test
    void changesWhatTheProvinceUndertakesItself() {
        long id = asks.submitted(officer, null, "9", AdjustedCell.PROVINCIAL, "50");
        consent(id);
        assertThat(own.row(item("9"), officer.reach()).provincial().plain()).isEqualTo("50");
        assertThat(latest().funds().total().plain()).isEqualTo("107");
        assertThat(rollUp(latest())).isEqualTo(present());
    }

    @Test
    void takesNoLetterOfADayToCome() {
        long id = adjustments.create(officer);
        assertThat(
                        adjustments.submit(
                                officer,
                                id,
                                new TypedAdjustment(
                                        1, "预算有变", "函3号", "2020-11-03", Map.of(), Set.of())))
                .containsEntry("letterDated", "来函日期不能晚于今天。");
    }

    @Test
    void namesEverythingThatIsMissing() {
        long id = adjustments.create(officer);
        assertThat(
                        adjustments
                                .submit(
                                        officer,
                                        id,
                                        new TypedAdjustment(
                                                1, "", "", "2021/3/5", Map.of(), Set.of()))
                                .keySet())
                .containsExactlyInAnyOrder("letterDated", "reason", "letterNo", "scan", "item");
        asks.pick(officer, id, school, "3.1");
        var line = adjustments.find(officer, id).lines().getFirst().id();
        assertThat(asks.submit(officer, id, Map.of(), true))
                .containsEntry("u-" + line, "这一行没有改动。请填写新的数，或者去掉这一行。");
        assertThat(asks.submit(officer, id, Map.of(AdjustedCell.QUANTITY, "两个"), true))
                .containsEntry("c-" + line + "-quantity", "承接数量应为不小于 1 的整数，现在填的是“两个”。");
        assertThat(asks.submit(officer, id, Map.of(AdjustedCell.LOCAL, ""), true))
                .containsEntry("c-" + line + "-local", "地市县投入还没有填；没有投入请填“0”。");
    }

    @Test
    void takesOnlyAScanThatIsOne() {
        long id = adjustments.create(officer);
        refuses(
                Refusal.Kind.INVALID,
                () ->
                        adjustments.attach(
                                officer,
                                id,
                                "来函.pdf",
                                "<svg onload=1>".getBytes(StandardCharsets.UTF_8)),
                "扫描件应为 PDF、JPG 或 PNG。请换一个文件。");
        refuses(
                Refusal.Kind.INVALID,
                () -> adjustments.attach(officer, id, "来函.pdf", new byte[0]),
                "还没有选择文件。请选择来函的扫描件。");
        refuses(
                Refusal.Kind.INVALID,
                () ->
                        adjustments.attach(
                                officer,
                                id,
                                "来函.pdf",
                                Arrays.copyOf(AdjustmentCase.PDF, Scan.MOST + 1)),
                "扫描件不能超过 5 MB。请压缩后再上传。");
        adjustments.attach(officer, id, "来函.pdf", AdjustmentCase.PDF);
        assertThat(adjustments.scan(ministry, id).type()).isEqualTo("application/pdf");
    }

    @Test
    void refusesConsentWhereTheRowHasChangedMeanwhile() {
        long first = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        long second = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "5");
        consent(first);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consent(second),
                "3.1 在报送以后又有改动，这份调整备案不能同意。请退给省厅重新核对。");
        long third = asks.submitted(officer, null, "9", AdjustedCell.PROVINCIAL, "1");
        long fourth = asks.submitted(officer, null, "9", AdjustedCell.PROVINCIAL, "2");
        consent(third);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consent(fourth),
                "省级承接在报送以后又有改动，这份调整备案不能同意。请退给省厅重新核对。");
    }

    @Test
    void tellsAProvinceThatARowChangedBeforeItHandsItIn() {
        long late = asks.begun(officer);
        asks.pick(officer, late, school, "3.1");
        consent(asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4"));
        var line = adjustments.find(officer, late).lines().getFirst().id();
        assertThat(asks.submit(officer, late, Map.of(AdjustedCell.QUANTITY, "5"), true))
                .containsEntry("u-" + line, "这一行在您选择以后又有改动，“公布数”已换成现在的。请核对后再报送。");
        assertThat(
                        adjustments
                                .find(officer, late)
                                .lines()
                                .getFirst()
                                .before()
                                .plain(AdjustedCell.QUANTITY))
                .isEqualTo("4");
        assertThat(asks.submit(officer, late, Map.of(AdjustedCell.QUANTITY, "5"), true)).isEmpty();
    }

    @Test
    void refusesToLeaveFundsToAnItemThatNobodyUndertakes() {
        long id = asks.begun(officer);
        asks.pick(officer, id, null, "9");
        asks.submit(officer, id, Map.of(AdjustedCell.PROVINCIAL, "43"), false);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consent(id),
                "9 调整后没有单位承接，却还有省财政投入，这份调整备案没有生效。请退给省厅，把省财政投入一并改为“0”。");
    }

    @Test
    void refusesWithAReasonAndChangesNothing() {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        long version = adjustments.find(ministry, id).version();
        refuses(
                Refusal.Kind.INVALID,
                () -> consents.refuse(ministry, id, version, " "),
                "不同意要写理由，让省厅知道为什么。");
        consents.refuse(ministry, id, version, "数量与方案不符");
        assertThat(adjustments.find(officer, id))
                .extracting(Adjustment::state, Adjustment::decision)
                .containsExactly(AdjustmentState.REFUSED, "数量与方案不符");
        assertThat(latest().no()).isEqualTo(1);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consents.consent(ministry, id, version),
                "这份调整备案已由何司于 11-02 10:00 办理（不同意），您的“同意”没有生效。");
    }

    @Test
    void letsAProvinceTakeBackWhatIsNotDecided() {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        long seen = adjustments.find(ministry, id).version();
        adjustments.takeBack(officer, id);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consents.consent(ministry, id, seen),
                "省厅已撤回这份调整备案，您的“同意”没有生效。");
        asks.submit(officer, id, Map.of(AdjustedCell.QUANTITY, "6"), true);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> consents.consent(ministry, id, seen),
                "省厅撤回后又重新报送了这份调整备案，您的“同意”没有生效。请核对现在的内容。");
        consent(id);
        refuses(
                Refusal.Kind.CONFLICT,
                () -> adjustments.takeBack(officer, id),
                "这份调整备案现在是“已同意”，不能撤回。");
        refuses(
                Refusal.Kind.CONFLICT,
                () -> adjustments.discard(officer, id),
                "这份调整备案现在是“已同意”，不能再改。");
    }

    @Test
    void asksEachForTheirOwnDeedOnly() {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        long version = adjustments.find(ministry, id).version();
        for (var other : List.of(officer, World.as(ministry, Role.REVIEWER))) {
            refuses(
                    Refusal.Kind.NOT_ALLOWED,
                    () -> consents.consent(other, id, version),
                    "调整备案由教育部管理员办理，您的账号只能查看。");
        }
        refuses(
                Refusal.Kind.NOT_ALLOWED,
                () -> adjustments.create(World.as(officer, Role.VIEWER)),
                "您的账号只能查看，不能办理调整备案。");
        long draft = asks.begun(officer);
        refuses(
                Refusal.Kind.NOT_ALLOWED,
                () ->
                        adjustments.submit(
                                World.as(officer, Role.REVIEWER),
                                draft,
                                asks.letter(officer, draft, Map.of(), true)),
                "调整备案由本省管理员报送，您的账号可以填写。");
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        refuses(Refusal.Kind.CLOSED, () -> adjustments.create(neighbour), "本省的承接任务还没有公布，不需要调整备案。");
        refuses(
                Refusal.Kind.NOT_FOUND,
                () -> adjustments.find(neighbour, id),
                Refusal.notFound().words());
        refuses(
                Refusal.Kind.NOT_FOUND,
                () -> adjustments.scan(neighbour, id),
                Refusal.notFound().words());
    }

    @Test
    void keepsWhatAColleagueSavedMeanwhile() {
        long id = asks.begun(officer);
        var before = asks.letter(officer, id, Map.of(), true);
        asks.pick(officer, id, school, "3.1");
        refuses(
                Refusal.Kind.CONFLICT,
                () -> adjustments.save(officer, id, before),
                "这份调整备案刚被同事改动过，您的改动没有保存。您填的内容还在，请核对后再保存。");
    }

    /**
     * What the database lets through is exactly what was consented to, in the transaction that did.
     */
    @Test
    void letsARowMoveOnlyAsTheAdjustmentSays() {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        var row = row("3.1").id();
        refused("update filing.undertaking set quantity = 4 where id = " + row);
        jdbc.sql(
                        """
                        update publication.adjustment set state = 'CONSENTED', decided_at = now(), decided_in = pg_current_xact_id()
                         where id = :id
                        """)
                .param("id", id)
                .update();
        refused("update filing.undertaking set quantity = 5 where id = " + row);
        refused("update filing.undertaking set quantity = 4, local = 1 where id = " + row);
        refused("update filing.undertaking set quantity = 4 where id = " + row("3.2").id());
        refused("delete from filing.undertaking where id = " + row);
        assertThat(
                        jdbc.sql("update filing.undertaking set quantity = 4 where id = " + row)
                                .update())
                .isEqualTo(1);
        jdbc.sql("savepoint before").update();
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "update publication.adjustment_line set after_quantity = 9 where adjustment_id = "
                                                + id)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        jdbc.sql("rollback to savepoint before").update();
    }

    private void refused(String statement) {
        jdbc.sql("savepoint before").update();
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .as(statement)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("Published figures move by adjustment only");
        jdbc.sql("rollback to savepoint before").update();
    }

    private void consent(long id) {
        consents.consent(ministry, id, adjustments.find(ministry, id).version());
    }

    private Edition latest() {
        return editions.latest(plans.current().id()).orElseThrow();
    }

    private RollUp rollUp(Edition edition) {
        return edition.included().getFirst().rollUp();
    }

    private RollUp present() {
        return Objects.requireNonNull(
                        figures.of(plans.current(), officer.reach()).get(officer.unitId()))
                .rollUp();
    }

    private Undertaking row(String no) {
        return Objects.requireNonNull(filings.form(school).filing()).row(item(no));
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private static void refuses(Refusal.Kind kind, ThrowingCallable deed, String words) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.words()).isEqualTo(words);
                            assertThat(refused.kind()).isEqualTo(kind);
                        });
    }
}
