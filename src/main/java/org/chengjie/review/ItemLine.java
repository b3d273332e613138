package org.chengjie.review;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.plan.Item;
import org.jspecify.annotations.Nullable;

/**
 * An item as a province sees it over all its schools: 意向, 已通过 and 配额 side by side (spec R4, P4).
 *
 * @param quota how many the province wants; null where it has not said
 * @param rows rows submitted, whatever became of them
 * @param waiting rows that wait for a decision
 * @param marked rows with a {@link Mark}
 */
public record ItemLine(
        long itemId,
        @Nullable Long quota,
        int rows,
        int waiting,
        int approvedRows,
        int marked,
        long quantity,
        long approvedQuantity,
        Funds funds) {

    /** What does not go together, in words; it warns, it never blocks. */
    public List<String> warnings(Item item) {
        var warnings = new ArrayList<String>();
        if (quota != null && quantity > quota) {
            warnings.add("意向 %,d 超过配额 %,d".formatted(quantity, quota));
        }
        if (quota != null && approvedQuantity > quota) {
            warnings.add("已通过 %,d 超过配额 %,d".formatted(approvedQuantity, quota));
        }
        var target = item.nationalTarget();
        if (quota != null && target != null && quota > target) {
            warnings.add("配额 %,d 超过全国目标 %,d".formatted(quota, target));
        }
        return warnings;
    }

    /** Nobody has taken it on, and no quota is set. */
    public static ItemLine none(long itemId) {
        return new ItemLine(itemId, null, 0, 0, 0, 0, 0, 0, Funds.NONE);
    }
}
