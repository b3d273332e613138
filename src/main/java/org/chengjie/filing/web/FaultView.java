package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Fault;
import org.chengjie.plan.Item;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A fault with its place on the page.
 *
 * @param anchor the id of the field that it leads to
 * @param label {@code 3.2 承接数量}
 */
public record FaultView(
        String anchor, String label, String itemNo, @Nullable Cell cell, String words) {

    public static FaultView of(Fault fault) {
        var cell = fault.cell();
        if (cell == null) {
            return fault.itemNo().isEmpty()
                    ? new FaultView("filing", "承接任务表", "", null, fault.words())
                    : new FaultView(
                            "r" + fault.itemNo(),
                            fault.itemNo(),
                            fault.itemNo(),
                            null,
                            fault.words());
        }
        return new FaultView(
                anchor(fault.itemNo(), cell),
                fault.itemNo() + " " + Labels.of(cell),
                fault.itemNo(),
                cell,
                fault.words());
    }

    /** The same, leading to something that the page with these items has. */
    static FaultView of(Fault fault, List<Item> listed) {
        var view = of(fault);
        var item = listed.stream().filter(one -> one.no().equals(fault.itemNo())).findFirst();
        if (item.isEmpty()) {
            return view.at("filing");
        }
        return fault.cell() == Cell.QUANTITY && !item.get().takesQuantity()
                ? view.at("r" + fault.itemNo())
                : view;
    }

    private FaultView at(String otherAnchor) {
        return new FaultView(otherAnchor, label, itemNo, cell, words);
    }

    static String anchor(String itemNo, Cell cell) {
        return cell.key() + "-" + itemNo;
    }
}
