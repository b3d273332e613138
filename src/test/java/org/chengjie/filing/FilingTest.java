package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chengjie.plan.Item;
import org.junit.jupiter.api.Test;

class FilingTest {

    private static final List<Item> ITEMS = Manual.PLAN.items();

    @Test
    void countsTasksNotRows() {
        var totals = Manual.draft().ticked(ITEMS);
        assertThat(totals.tasks()).isEqualTo(3);
        assertThat(totals.rows()).isEqualTo(5);
    }

    @Test
    void addsUpTheManualsExample() {
        var funds = Manual.draft().ticked(ITEMS).funds();
        assertThat(Cell.SOURCES.stream().map(source -> funds.of(source).plain()))
                .containsExactly("17", "15", "11", "14");
        assertThat(funds.total().plain()).isEqualTo("57");
    }

    @Test
    void intendsWhatWasSubmittedAndNothingBefore() {
        assertThat(Manual.draft().intended(ITEMS)).isEqualTo(new Totals(0, 0, Funds.NONE));
        assertThat(Manual.submitted().intended(ITEMS)).isEqualTo(Manual.draft().ticked(ITEMS));
    }

    @Test
    void intendsTheSameWhateverBecameOfIt() {
        var decided =
                Manual.submitted(
                        Map.of(
                                Manual.ONE, Stage.APPROVED,
                                Manual.TWO, Stage.REJECTED,
                                Manual.THREE_1, Stage.RETURNED,
                                Manual.THREE_3, Stage.APPROVED));
        assertThat(decided.intended(ITEMS)).isEqualTo(Manual.submitted().intended(ITEMS));
        assertThat(decided.approved(ITEMS).tasks()).isEqualTo(2);
        assertThat(decided.approved(ITEMS).rows()).isEqualTo(2);
        assertThat(decided.approved(ITEMS).funds().total().plain()).isEqualTo("16");
        assertThat(decided.count(Stage.SUBMITTED)).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsNotTicked() {
        var unticked =
                Manual.changed(
                        Manual.draft(), Manual.THREE_2, row -> Undertaking.untouched(row.itemId()));
        assertThat(unticked.ticked(ITEMS).tasks()).isEqualTo(3);
        assertThat(unticked.ticked(ITEMS).rows()).isEqualTo(4);
        assertThat(unticked.ticked(ITEMS).funds().total().plain()).isEqualTo("46");
        assertThat(unticked.row(Manual.SEVEN_1).undertaken()).isFalse();
    }

    @Test
    void equalsTheSumOfItsRowsWhateverIsFilledIn() {
        var random = new Random(57);
        for (int i = 0; i < 500; i++) {
            var rows = new HashMap<Long, Undertaking>();
            var tasks = new HashSet<Integer>();
            var sum = BigDecimal.ZERO;
            for (var item : ITEMS) {
                var values = values(random);
                boolean ticked = random.nextBoolean();
                var row = Undertaking.untouched(item.id());
                rows.put(
                        item.id(),
                        new Undertaking(
                                1, item.id(), ticked, row.stage(), values, 1, Manual.DURING, ""));
                if (ticked) {
                    tasks.add(item.taskNo());
                    var total = values.total();
                    sum = total == null ? sum : sum.add(total.wan());
                }
            }
            var totals = Manual.draft().with(rows).ticked(ITEMS);
            assertThat(totals.tasks()).isEqualTo(tasks.size());
            assertThat(totals.funds().total().wan()).isEqualByComparingTo(sum);
        }
    }

    @Test
    void isListedWithItsPlanAndWithWhatItTookBeforeThatWasWithheld() {
        var withheld = Set.of(Manual.ONE.id(), Manual.SIX.id());
        var form = new Form(Manual.PLAN, withheld, Manual.WINDOW, Manual.draft());
        assertThat(form.items()).contains(Manual.ONE).doesNotContain(Manual.SIX);
        assertThat(form.taskCount()).isEqualTo(4);
        assertThat(form.ticked().tasks()).isEqualTo(3);
    }

    private static Values values(Random random) {
        return Values.of(null, cell(random), cell(random), cell(random), cell(random));
    }

    private static Long cell(Random random) {
        return random.nextLong(100_000_000_000L);
    }
}
