package org.chengjie.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengjie.filing.Reading;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/** Reads a typed adjustment: what is well-formed is kept, the rest is named (spec F5). */
final class AdjustmentReader {

    static final int LONGEST_REASON = 500;
    static final int LONGEST_NUMBER = 40;
    static final int LONGEST_BODIES = 200;

    private final Map<String, String> faults = new LinkedHashMap<>();

    /** Field → what is wrong with it, in the order of the page. */
    Map<String, String> faults() {
        return faults;
    }

    static String field(AdjustmentLine line, AdjustedCell cell) {
        return "c-" + line.id() + "-" + cell.key();
    }

    String text(String field, String typed, String stored, int most) {
        var text = typed.strip();
        if (text.length() > most) {
            faults.put(field, "最多 " + most + " 字，现在是 " + text.length() + " 字。");
            return stored;
        }
        return text;
    }

    @Nullable LocalDate day(String field, String typed, @Nullable LocalDate stored) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // told below, like a day of another century
        }
        faults.put(field, "应为年-月-日，例如 2021-03-05。");
        return stored;
    }

    /** What is not undertaken has no quantity and no bodies; 省财政投入 stands without the tick. */
    Figures figures(AdjustmentLine line, TypedAdjustment typed) {
        boolean undertaken = typed.undertaken().contains(line.id());
        var cells = typed.cells().getOrDefault(line.id(), Map.of());
        var numbers = new HashMap<AdjustedCell, Long>();
        var bodies = "";
        for (var cell : line.cells()) {
            if (!undertaken && cell != AdjustedCell.PROVINCIAL) {
                continue;
            }
            var text = cells.getOrDefault(cell, line.after().plain(cell));
            if (cell == AdjustedCell.BODIES) {
                bodies =
                        text(
                                field(line, cell),
                                text.replaceAll("\\s+", " "),
                                line.after().bodies(),
                                LONGEST_BODIES);
            } else {
                var number = number(line, cell, text);
                if (number != null) {
                    numbers.put(cell, number);
                }
            }
        }
        return new Figures(undertaken, numbers, bodies);
    }

    private @Nullable Long number(AdjustmentLine line, AdjustedCell cell, String text) {
        var reading = cell == AdjustedCell.QUANTITY ? Reading.quantity(text) : Reading.amount(text);
        return switch (reading) {
            case Reading.Blank() -> null;
            case Reading.Whole(long value) -> value;
            case Reading.Fault(String words) -> {
                faults.put(field(line, cell), Labels.of(cell) + words);
                yield line.after().number(cell);
            }
        };
    }
}
