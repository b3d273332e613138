package org.chengjie.review;

import java.time.Instant;
import java.util.List;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Values;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A row in its province's list: a school's undertaking of an item, where it stands and what is
 * remarkable about it (spec R4).
 *
 * @param returns how often it was returned
 * @param opinion what the city said, with its words
 * @param marks why it deserves a look
 * @param usual what its peers ask for
 */
public record RowLine(
        long id,
        long version,
        Of school,
        What item,
        Stage stage,
        Values values,
        Amount total,
        Instant changedAt,
        String changedBy,
        int returns,
        OpinionGiven opinion,
        String opinionWords,
        List<Mark> marks,
        Usual usual) {

    /** Whose it is. */
    public record Of(long id, String code, String name, Kind kind, String city) {}

    /**
     * What is undertaken.
     *
     * @param position its place in the plan
     */
    public record What(
            long id,
            int position,
            int taskNo,
            String no,
            String title,
            String unit,
            boolean takesQuantity,
            @Nullable Long nationalTarget) {}

    /**
     * The medians of the item's rows in the province; null where there are too few of them.
     *
     * @param ofKind whether they are of the same kind of school
     */
    public record Usual(@Nullable Long quantity, @Nullable Amount total, boolean ofKind) {

        private String peers() {
            return ofKind ? "同类院校中位数" : "全省中位数";
        }
    }

    public RowLine {
        marks = List.copyOf(marks);
    }

    /** Whether a decision of the province can move it. */
    public boolean movable() {
        return Step.APPROVE.leadsFrom(stage) || Step.REOPEN.leadsFrom(stage);
    }

    /** Whether it was returned and waits again. */
    public boolean mended() {
        return stage == Stage.SUBMITTED && returns > 0;
    }

    /** Why a mark stands at it, with the numbers. */
    public String why(Mark mark) {
        return switch (mark) {
            case NOTHING -> "四项投入均为 0";
            case IN_YUAN ->
                    "疑为按“元”填写：汇总 %s 万元，%s %s".formatted(total, usual.peers(), usual.total());
            case FUNDS_FAR_FROM_PEERS ->
                    "汇总 %s 万元，%s %s".formatted(total, usual.peers(), usual.total());
            case QUANTITY_FAR_ABOVE_PEERS ->
                    "承接数量 %s，%s %d"
                            .formatted(
                                    values.shown(Cell.QUANTITY), usual.peers(), usual.quantity());
            case ABOVE_TARGET ->
                    "承接数量 %s，超过全国目标 %,d %s"
                            .formatted(
                                    values.shown(Cell.QUANTITY),
                                    item.nationalTarget(),
                                    item.unit());
        };
    }
}
