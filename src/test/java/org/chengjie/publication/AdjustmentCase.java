package org.chengjie.publication;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A province that asks for an adjustment, as a person at its page would. */
@Component
public class AdjustmentCase {

    public static final byte[] PDF = "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII);

    private final Adjustments adjustments;

    AdjustmentCase(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /** With a letter and its scan, and no row yet. */
    public long begun(Actor officer) {
        long id = adjustments.create(officer);
        adjustments.attach(officer, id, "来函.pdf", PDF);
        adjustments.save(officer, id, letter(officer, id, Map.of(), true));
        return id;
    }

    /**
     * Picks one row more.
     *
     * @param school null for the province's own row
     */
    public void pick(Actor officer, long id, @Nullable Actor school, String itemNo) {
        adjustments.pick(
                officer,
                id,
                letter(officer, id, Map.of(), true),
                school == null ? "" : school.unitCode(),
                itemNo);
    }

    /** Begun, one row picked, one cell changed, handed in; answers its id. */
    public long submitted(
            Actor officer, @Nullable Actor school, String itemNo, AdjustedCell cell, String text) {
        long id = begun(officer);
        pick(officer, id, school, itemNo);
        submit(officer, id, Map.of(cell, text), true);
        return id;
    }

    /** Types these cells into every row, or gives every row up, and hands it in. */
    public Map<String, String> submit(
            Actor officer, long id, Map<AdjustedCell, String> cells, boolean undertaken) {
        return adjustments.submit(officer, id, letter(officer, id, cells, undertaken));
    }

    public TypedAdjustment letter(
            Actor officer, long id, Map<AdjustedCell, String> cells, boolean undertaken) {
        var now = adjustments.find(officer, id);
        var typed = new HashMap<Long, Map<AdjustedCell, String>>();
        var ticked = new HashSet<Long>();
        now.lines()
                .forEach(line -> {
                    typed.put(line.id(), cells);
                    if (undertaken) {
                        ticked.add(line.id());
                    }
                });
        return new TypedAdjustment(
                now.version(), "学校预算有变", "晋教函〔2021〕3号", "2020-10-30", typed, ticked);
    }
}
