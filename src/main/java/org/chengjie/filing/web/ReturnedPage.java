package org.chengjie.filing.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Fault;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Move;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Verdict;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * 需修改的任务: the returned rows, what the province said of each, and what has been changed since (spec
 * R3).
 *
 * @param typed what was typed; null on a fresh page
 */
public record ReturnedPage(
        Form form,
        Actor school,
        History history,
        @Nullable TypedForm typed,
        List<Fault> faulty,
        String problem,
        boolean submit) {

    /**
     * A returned row.
     *
     * @param said what the province said when it returned the row
     */
    public record Row(RowView view, Move said, boolean ready) {

        public boolean asked(Cell cell) {
            return said.cells().contains(cell);
        }

        /** The cells changed since the return, each as {@code 举办方投入 4 → 0}. */
        public List<String> changes() {
            var now = view.stored().values();
            return now.differences(said.values()).stream()
                    .map(cell ->
                            Labels.of(cell)
                                    + " "
                                    + or(said.values().shown(cell))
                                    + " → "
                                    + or(now.shown(cell)))
                    .toList();
        }

        /** The cells that the province named and nobody has touched. */
        public List<String> untouched() {
            var changed = view.stored().values().differences(said.values());
            return said.cells().stream()
                    .filter(cell -> !changed.contains(cell))
                    .map(Labels::of)
                    .toList();
        }

        public boolean mended() {
            return !changes().isEmpty() && view.stored().values().missing(view.item()).isEmpty();
        }

        /** The row as it was returned, for the script to tell what has been changed since. */
        public String returnedText() {
            return RowView.savedText(true, said.values());
        }

        private static String or(String shown) {
            return shown.isEmpty() ? "空" : shown;
        }
    }

    public Verdict verdict() {
        return form.verdict(Intent.MEND, school.arrived());
    }

    public boolean editable() {
        return school.role().mayChange() && verdict().allowed();
    }

    public boolean maySubmit() {
        return editable() && school.role().maySubmit();
    }

    public boolean empty() {
        return rows().isEmpty();
    }

    public List<Row> rows() {
        return form.items().stream()
                .filter(item ->
                        form.row(item).undertaken() && form.row(item).stage() == Stage.RETURNED)
                .map(this::row)
                .toList();
    }

    public List<FaultView> faults() {
        var listed = rows().stream().map(row -> row.view().item()).toList();
        return faulty.stream().map(fault -> FaultView.of(fault, listed)).toList();
    }

    public String faultsHeading() {
        return submit
                ? "还不能提交，有 " + faulty.size() + " 处要改正："
                : "有 " + faulty.size() + " 处没有保存，其余都已保存：";
    }

    /** What the returned rows summed to when the province returned them. */
    public String before() {
        var sum = Amount.ZERO;
        for (var row : rows()) {
            var total = row.said().values().total();
            sum = total == null ? sum : sum.plus(total);
        }
        return sum.toString();
    }

    public @Nullable String lastDay() {
        var window = form.window();
        return window == null ? null : window.lastRevisionDay().toString();
    }

    /** {@code 15 天}, and hours on the last day. */
    public String left() {
        return ChinaTime.left(Duration.ofMillis(Math.max(0, endMillis() - nowMillis())));
    }

    public long nowMillis() {
        return school.arrived().toEpochMilli();
    }

    public long endMillis() {
        return form.endMillis(Intent.MEND);
    }

    public @Nullable String savedAt() {
        var filing = form.filing();
        return filing == null ? null : ChinaTime.clock(filing.savedAt(), school.arrived());
    }

    private Row row(Item item) {
        var stored = form.row(item);
        var said = history.last(stored.id(), Set.of(Step.RETURN)).orElseThrow();
        var faults = new ArrayList<FaultView>();
        for (var fault : faulty) {
            if (fault.itemNo().equals(item.no())) {
                faults.add(FaultView.of(fault));
            }
        }
        var view =
                new RowView(
                        item,
                        stored,
                        typed == null ? null : typed.row(item.no()),
                        faults,
                        form.told(item),
                        true,
                        true);
        return new Row(view, said, typed != null && typed.ready().contains(item.no()));
    }
}
