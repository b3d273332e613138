package org.chengjie.provincial;

import java.util.List;
import org.chengjie.plan.Area;

/**
 * 汇总: what a province has in all, as the sum of its lines (spec P3, P6).
 *
 * @param lines the undertaken items in the plan's order
 * @param schools how many schools undertake any of them
 */
public record RollUp(List<SubmissionLine> lines, int schools) {

    public RollUp {
        lines = List.copyOf(lines);
    }

    /** 任务数量 counts tasks, not rows (spec F3). */
    public int tasks() {
        return (int) lines.stream().map(line -> line.item().taskNo()).distinct().count();
    }

    /** 布点: rows undertaken, of the schools and of the province. */
    public int rows() {
        return lines.stream().mapToInt(SubmissionLine::units).sum();
    }

    /** The items that the province undertakes itself. */
    public int own() {
        return (int) lines.stream().filter(SubmissionLine::own).count();
    }

    public FiveFunds funds() {
        return lines.stream().map(SubmissionLine::funds).reduce(FiveFunds.NONE, FiveFunds::plus);
    }

    public List<SubmissionLine> lines(Area area) {
        return lines.stream()
                .filter(line ->
                        area.tasks().stream().anyMatch(task -> task.no() == line.item().taskNo()))
                .toList();
    }

    /**
     * All figures in one text, by which a submit is told that they are not those its page showed.
     */
    public String seen() {
        var text = new StringBuilder().append(schools);
        for (var line : lines) {
            text.append('|')
                    .append(line.item().no())
                    .append(' ')
                    .append(line.schools())
                    .append(' ')
                    .append(line.schoolQuantity())
                    .append(' ')
                    .append(line.ownQuantity())
                    .append(' ')
                    .append(line.ownBodies());
            for (var source : Source.values()) {
                text.append(' ').append(line.funds().of(source).yuan());
            }
        }
        return Digest.of(text.toString());
    }
}
