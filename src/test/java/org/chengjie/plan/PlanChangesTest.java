package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.SchoolsAtWork;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Nothing that has been filed on is altered silently (spec C1-C3). */
@PageTest
@RecordApplicationEvents
class PlanChangesTest {

    private static final String REASON = "教职成司函〔2020〕9号";

    @Autowired private World world;
    @Autowired private Plans plans;
    @Autowired private PlanChanges changes;
    @Autowired private Catalogue catalogue;
    @Autowired private Amendments amendments;
    @Autowired private SecondPlan second;
    @Autowired private SchoolsAtWork filed;
    @Autowired private ApplicationEvents events;

    private Actor clerk;
    private long plan;

    @BeforeEach
    void arrive() {
        clerk = world.ministry();
        plan = plans.current().id();
    }

    @Test
    void makesEveryChangeAVersionWithWhoWhenAndWhy() {
        long before = catalogue.head(plan).version();
        assertThat(change("3.1", Map.of(PlanField.NATIONAL_TARGET, "250"), REASON, null))
                .isEqualTo(new Amended.Done(before + 1, id("3.1")));
        var last = amendments.of(plan).getFirst();
        assertThat(last.version()).isEqualTo(before + 1);
        assertThat(last.byName()).isEqualTo("何司");
        assertThat(last.reason()).isEqualTo(REASON);
        assertThat(last.lines())
                .containsExactly(
                        new Amendment.Line(
                                "item:" + id("3.1"), "条目 3.1", "全国目标", "200", "250", 0, 0));
        assertThat(item("3.1").nationalTarget()).isEqualTo(250L);
        assertThat(events.stream(Auditable.class).filter(one -> one.action().equals("修订计划")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).isEqualTo(REASON);
                    assertThat(one.changes())
                            .containsExactly(new Auditable.Change("条目 3.1 全国目标", "200", "250"));
                });
    }

    @Test
    void makesNoVersionWhereNothingChanges() {
        long before = catalogue.head(plan).version();
        assertThat(change("3.1", Map.of(PlanField.NATIONAL_TARGET, " ２００ "), "", null))
                .isEqualTo(new Amended.Unchanged());
        assertThat(catalogue.head(plan).version()).isEqualTo(before);
    }

    @Test
    void owesAReasonOnceThePlanHasBeenOpened() {
        assertThat(change("3.1", Map.of(PlanField.NATIONAL_TARGET, "250"), " ", null))
                .isEqualTo(new Amended.Faulty(Map.of(), "计划已经开始，修订要写原因，各单位可以看到。"));
        long draft = second.draft();
        assertThat(
                        changes.changeItem(
                                clerk,
                                draft,
                                id(draft, "2.1"),
                                edit(draft, Map.of(PlanField.UNIT, "个"), "", null)))
                .isInstanceOf(Amended.Done.class);
    }

    @Test
    void namesEveryFaultAtItsField() {
        var answer =
                change(
                        "3.1",
                        Map.of(
                                PlanField.ITEM_NO, "4.1",
                                PlanField.TITLE, "  ",
                                PlanField.UNIT, "",
                                PlanField.NATIONAL_TARGET, "2.5",
                                PlanField.UNDERTAKER, "谁都行",
                                PlanField.PLACE, "9"),
                        REASON,
                        null);
        assertThat(((Amended.Faulty) answer).faults())
                .containsOnlyKeys(
                        PlanField.ITEM_NO,
                        PlanField.TITLE,
                        PlanField.UNIT,
                        PlanField.NATIONAL_TARGET,
                        PlanField.UNDERTAKER,
                        PlanField.PLACE);
        assertThat(item("3.1").title()).isEqualTo("培育200所左右“三全育人”典型学校");
    }

    @Test
    void refusesANumberThatAnotherItemHas() {
        var answer = change("3.1", Map.of(PlanField.ITEM_NO, "3.2"), REASON, null);
        assertThat(((Amended.Faulty) answer).faults())
                .containsEntry(PlanField.ITEM_NO, "编号 3.2 已经有了，请换一个。");
    }

    @Test
    void refusesToChangeTheNumberOrTheQuantityOfWhatHasBeenFiledOn() {
        filed.save();
        var answer =
                change(
                        "3.1",
                        Map.of(
                                PlanField.ITEM_NO, "3.9",
                                PlanField.TAKES_QUANTITY, "否",
                                PlanField.UNIT, "",
                                PlanField.NATIONAL_TARGET, ""),
                        REASON,
                        catalogue.filed(List.of(id("3.1"))).seen());
        assertThat(((Amended.Faulty) answer).faults())
                .containsEntry(
                        PlanField.ITEM_NO, "已有填报（1 省 1 所学校的 1 行（已提交 0 行））按编号 3.1 认这一条，不能改编号。")
                .containsEntry(
                        PlanField.TAKES_QUANTITY,
                        "已有填报（1 省 1 所学校的 1 行（已提交 0 行）），不能改是否填承接数量。请停用这一条，另加一条。");
    }

    @Test
    void changesNumberAndQuantityWhereNobodyHasFiled() {
        assertThat(
                        change(
                                "3.1",
                                Map.of(
                                        PlanField.ITEM_NO, "3.9",
                                        PlanField.TAKES_QUANTITY, "否",
                                        PlanField.UNIT, "",
                                        PlanField.NATIONAL_TARGET, ""),
                                REASON,
                                null))
                .isInstanceOf(Amended.Done.class);
        assertThat(item("3.9").takesQuantity()).isFalse();
    }

    @Test
    void asksToConfirmWhatTouchesFilingsAndTellsThem() {
        filed.save();
        var rewording = Map.of(PlanField.TITLE, "培育300所“三全育人”典型学校", PlanField.UNIT, "个");
        var asked = (Amended.Unconfirmed) change("3.1", rewording, REASON, null);
        assertThat(asked.consequences())
                .extracting(Consequence::field)
                .containsExactly(PlanField.TITLE, PlanField.UNIT);
        assertThat(asked.filed().words()).isEqualTo("1 省 1 所学校的 1 行（已提交 0 行）");
        assertThat(item("3.1").unit()).isEqualTo("所");
        assertThat(change("3.1", rewording, REASON, asked.filed().seen()))
                .isInstanceOf(Amended.Done.class);
        var current = plans.current();
        assertThat(current.told(item("3.1"))).extracting(Told::field).containsExactly("条目", "单位");
        assertThat(amendments.of(plan).getFirst().lines())
                .allSatisfy(line -> assertThat(line.schools()).isEqualTo(1));
    }

    @Test
    void asksAnewWhereMoreHasBeenFiledSince() {
        filed.save();
        var seen = catalogue.filed(List.of(id("3.1"))).seen();
        filed.save();
        assertThat(change("3.1", Map.of(PlanField.UNIT, "个"), REASON, seen))
                .isInstanceOf(Amended.Unconfirmed.class);
    }

    @Test
    void leavesTheTargetFreeWhateverHasBeenFiled() {
        filed.save();
        assertThat(change("3.1", Map.of(PlanField.NATIONAL_TARGET, "300"), REASON, null))
                .isInstanceOf(Amended.Done.class);
        assertThat(plans.current().told(item("3.1"))).isEmpty();
    }

    @Test
    void asksToConfirmTheClosingOfWhatSchoolsUndertakeAndKeepsTheirRows() {
        filed.save();
        var closing = Map.of(PlanField.UNDERTAKER, "省级");
        var asked = (Amended.Unconfirmed) change("3.1", closing, REASON, null);
        change("3.1", closing, REASON, asked.filed().seen());
        assertThat(filed.items()).contains("3.1");
        assertThat(filed.itemsOfAnother()).doesNotContain("3.1");
    }

    @Test
    void takesAnItemOutOfAnOpenedPlanAndKeepsWhatWasFiled() {
        filed.save();
        var asked =
                (Amended.Unconfirmed)
                        changes.retire(clerk, plan, id("3.1"), edit(plan, Map.of(), REASON, null));
        changes.retire(clerk, plan, id("3.1"), edit(plan, Map.of(), REASON, asked.filed().seen()));
        assertThat(catalogue.row(plan, id("3.1")).retired()).isTrue();
        assertThat(filed.items()).contains("3.1");
        assertThat(filed.itemsOfAnother()).doesNotContain("3.1");
        change("3.1", Map.of(PlanField.UNDERTAKER, "学校和省级"), REASON, null);
        assertThat(filed.itemsOfAnother()).contains("3.1");
    }

    @Test
    void deletesAnItemOfADraftWithItsTask() {
        long draft = second.draft();
        changes.retire(clerk, draft, id(draft, "1"), edit(draft, Map.of(), "", null));
        assertThat(catalogue.rows(draft))
                .extracting(PlanRow::itemNo)
                .containsExactly("2.1", "2.2", "3");
        assertThat(catalogue.head(draft).tasks()).isEqualTo(2);
    }

    @Test
    void addsAnItemBehindTheOthersOfItsTask() {
        var typed =
                Map.of(
                        PlanField.ITEM_NO, "3.4",
                        PlanField.TITLE, "新的一条",
                        PlanField.TAKES_QUANTITY, "是",
                        PlanField.UNIT, "项",
                        PlanField.UNDERTAKER, "学校和省级");
        changes.addItem(clerk, plan, 3, edit(plan, typed, REASON, null));
        assertThat(catalogue.rows(plan).stream().map(PlanRow::itemNo).skip(2).limit(5))
                .containsExactly("3.1", "3.2", "3.3", "3.4", "4.1");
    }

    @Test
    void addsATaskInANewArea() {
        long draft = second.draft();
        var typed =
                Map.of(
                        PlanField.AREA_NO, "3",
                        PlanField.AREA, "开放",
                        PlanField.TASK_NO, "4",
                        PlanField.TASK, "扩大开放",
                        PlanField.DEPARTMENTS, "教育部",
                        PlanField.TAKES_QUANTITY, "否",
                        PlanField.UNDERTAKER, "学校和省级");
        assertThat(changes.addTask(clerk, draft, edit(draft, typed, "", null)))
                .isInstanceOf(Amended.Done.class);
        assertThat(catalogue.head(draft).areas()).isEqualTo(3);
        assertThat(catalogue.rows(draft).getLast().name()).isEqualTo("4 扩大开放");
    }

    @Test
    void movesAnItemWithinItsTaskAndATaskWithinItsArea() {
        long draft = second.draft();
        changes.changeItem(
                clerk,
                draft,
                id(draft, "2.2"),
                edit(draft, Map.of(PlanField.PLACE, "1"), "", null));
        changes.changeTask(clerk, draft, 1, edit(draft, Map.of(PlanField.PLACE, "2"), "", null));
        assertThat(catalogue.rows(draft))
                .extracting(PlanRow::itemNo)
                .containsExactly("2.2", "2.1", "1", "3");
    }

    @Test
    void tellsTheSecondClerkWhatTheFirstDid() {
        long seen = catalogue.head(plan).version();
        change("3.1", Map.of(PlanField.NATIONAL_TARGET, "250"), REASON, null);
        var stale = new Edit(seen, Map.of(PlanField.NATIONAL_TARGET, "300"), REASON, null);
        assertThatThrownBy(() -> changes.changeItem(clerk, plan, id("3.1"), stale))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused ->
                                assertThat(refused.words())
                                        .contains("条目 3.1刚由何司于")
                                        .contains("全国目标 “200” → “250”")
                                        .contains("您填的内容还在"));
        assertThat(changes.changeItem(clerk, plan, id("3.2"), stale))
                .as("another item is nobody's concern")
                .isInstanceOf(Amended.Done.class);
    }

    @Test
    void refusesWhoeverIsNotTheMinistrysAdministrator() {
        var edit = edit(plan, Map.of(PlanField.NATIONAL_TARGET, "250"), REASON, null);
        for (var other :
                List.of(
                        World.as(clerk, Role.REVIEWER),
                        World.as(clerk, Role.VIEWER),
                        world.officer(World.PROVINCE, "周敏"))) {
            assertThatThrownBy(() -> changes.changeItem(other, plan, id("3.1"), edit))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("计划由教育部管理员维护，您的账号只能查看。");
        }
    }

    @Test
    void refusesToChangeAPlanThatIsHistory() {
        second.open(second.draft());
        assertThatThrownBy(
                        () -> change("3.1", Map.of(PlanField.NATIONAL_TARGET, "250"), REASON, null))
                .hasMessage("这个计划已结束，只能查看，不能再改。");
    }

    private Amended change(
            String no, Map<PlanField, String> typed, String reason, @Nullable String seen) {
        return changes.changeItem(clerk, plan, id(no), edit(plan, typed, reason, seen));
    }

    private Edit edit(
            long planId, Map<PlanField, String> typed, String reason, @Nullable String seen) {
        return new Edit(catalogue.head(planId).version(), typed, reason, seen);
    }

    private long id(String no) {
        return id(plan, no);
    }

    private long id(long planId, String no) {
        return catalogue.rows(planId).stream()
                .filter(row -> row.itemNo().equals(no))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Item item(String no) {
        return plans.of(plan).items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
