package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengjie.filing.Filing;
import org.chengjie.filing.History;
import org.chengjie.filing.Manual;
import org.chengjie.filing.Move;
import org.chengjie.filing.Receipt;
import org.chengjie.filing.SavingRun;
import org.chengjie.filing.Step;
import org.chengjie.filing.Values;
import org.chengjie.plan.Item;
import org.junit.jupiter.api.Test;

/** 办理进程 in words. */
class TimelineTest {

    private static final Instant AT = Instant.parse("2020-11-02T02:00:00Z");
    private static final List<Item> ALL =
            List.of(Manual.ONE, Manual.TWO, Manual.THREE_1, Manual.THREE_2, Manual.THREE_3);

    private final Filing filing = Manual.submitted();
    private final List<Move> moves = new ArrayList<>();

    @Test
    void tellsTheWholeWayTheNewestFirst() {
        made(Step.SUBMIT, 10, "李敏", "", ALL);
        made(Step.APPROVE, 20, "周敏", "", List.of(Manual.THREE_2, Manual.ONE));
        made(Step.RETURN, 30, "周敏", "请核对", List.of(Manual.THREE_1));
        made(Step.REJECT, 31, "周敏", "不符", List.of(Manual.THREE_3));
        made(Step.SUBMIT, 50, "李敏", "", List.of(Manual.THREE_1));
        made(Step.RELEASE, 60, "周敏", "学校申请", ALL);
        var savings = List.of(run(40, 45, 3), run(0, 0, 1));
        var receipts = List.of(new Receipt("13-2", at(50)), new Receipt("13-1", at(10)));
        assertThat(words(savings, receipts))
                .containsExactly(
                        "省厅放开整表：学校申请",
                        "重新提交 1 行：3.1 13-2",
                        "已保存 3 次",
                        "省厅不通过 1 行：3.3",
                        "省厅已退回 1 行：3.1",
                        "省厅已通过 2 行：1、3.2",
                        "已提交 5 行 13-1",
                        "已保存");
    }

    @Test
    void countsRowsWhereThereAreTooManyToName() {
        made(Step.SUBMIT, 10, "李敏", "", ALL);
        made(Step.APPROVE, 20, "周敏", "", ALL);
        made(Step.REOPEN, 30, "周敏", "再看", List.of(Manual.ONE));
        made(Step.WITHDRAW, 40, "李敏", "", ALL);
        assertThat(words(List.of(run(0, 0, 1)), List.of()))
                .containsExactly("本校撤回，继续修改", "省厅重新审核 1 行：1，理由：再看", "省厅已通过 5 行", "已提交 5 行", "已保存");
    }

    @Test
    void standsASubmissionAboveTheSaveThatCameWithIt() {
        made(Step.SUBMIT, 10, "李敏", "", ALL);
        assertThat(words(List.of(run(10, 10, 1)), List.of())).containsExactly("已提交 5 行", "已保存");
    }

    @Test
    void knowsOfTheFirstSaveWhereItsRunsWereNotKeptYet() {
        assertThat(words(List.of(), List.of())).containsExactly("首次保存");
    }

    @Test
    void tellsFromWhenToWhenSomebodySaved() {
        var timeline =
                new Timeline(Manual.form(filing), History.NONE, List.of(run(0, 95, 9)), List.of());
        assertThat(timeline.events())
                .containsExactly(new Timeline.Event("已保存 9 次", "", "11-02 10:00—11:35", "李敏"));
    }

    private List<String> words(List<SavingRun> savings, List<Receipt> receipts) {
        var newestFirst = moves.stream().sorted(Comparator.comparing(Move::at).reversed()).toList();
        return new Timeline(Manual.form(filing), new History(newestFirst), savings, receipts)
                .events().stream()
                        .map(event -> (event.words() + " " + event.receiptNo()).strip())
                        .toList();
    }

    private void made(Step step, int minutes, String by, String reason, List<Item> items) {
        for (var item : items) {
            moves.add(
                    new Move(
                            filing.row(item).id(),
                            step,
                            at(minutes),
                            by,
                            reason,
                            List.of(),
                            Values.BLANK));
        }
    }

    private static SavingRun run(int first, int last, int saves) {
        return new SavingRun(at(first), at(last), "李敏", saves);
    }

    private static Instant at(int minutes) {
        return AT.plusSeconds(60L * minutes);
    }
}
