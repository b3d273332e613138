package org.chengjie.filing;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.chengjie.plan.Item;

/**
 * The summary line: 任务数量 counts tasks, not rows; beside it the rows, and their funds (spec F3).
 *
 * @param tasks 任务数量
 * @param rows 填报条目
 */
public record Totals(int tasks, int rows, Funds funds) {

    /** Sums the undertaken rows of these items that a predicate picks. */
    static Totals of(
            List<Item> items, Function<Item, Undertaking> rows, Predicate<Undertaking> picked) {
        var tasks = new HashSet<Integer>();
        var funds = Funds.NONE;
        int count = 0;
        for (var item : items) {
            var row = rows.apply(item);
            if (row.undertaken() && picked.test(row)) {
                tasks.add(item.taskNo());
                funds = funds.plus(row.values());
                count++;
            }
        }
        return new Totals(tasks.size(), count, funds);
    }
}
