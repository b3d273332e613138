package org.chengjie.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.chengjie.shared.Amount;

/**
 * What the rows in view sum to (spec R4).
 *
 * @param waiting rows that wait for a decision
 * @param quantity 承接数量 of all of them; means something where one item is in view
 * @param marked rows with a mark
 * @param changed rows changed since the officer last looked
 * @param inYuan rows that look as if typed in 元, and what they sum to
 * @param opinions rows that a city gave its opinion on
 * @param stages how many rows stand so, whatever stage the filter names
 */
public record RowTotals(
        int rows,
        int schools,
        int waiting,
        long quantity,
        Funds funds,
        int marked,
        int changed,
        int inYuan,
        Amount inYuanTotal,
        int opinions,
        Map<Stage, Integer> stages) {

    public RowTotals {
        stages = Map.copyOf(stages);
    }

    public int count(Stage stage) {
        return stages.getOrDefault(stage, 0);
    }

    /** All rows, whatever stage the filter names. */
    public int all() {
        return stages.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * What part of the sum the rows make that look as if typed in 元, rounded down: {@code 98.6}.
     */
    public String inYuanShare() {
        long all = funds.total().yuan();
        return all == 0
                ? "0"
                : BigDecimal.valueOf(inYuanTotal.yuan())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN)
                        .toPlainString();
    }
}
