package org.chengjie.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file would become; with a single fault, nothing.
 *
 * @param rows those without a fault, in the file's order
 * @param clauses the same of the plan's text
 */
public record PlanPreview(
        StagedPlan staged, List<PlanRow> rows, List<Clause> clauses, List<Fault> faults) {

    /**
     * A cell that cannot be taken.
     *
     * @param sheet 任务目录 or 方案条款
     * @param address {@code B3}
     */
    public record Fault(String sheet, String address, int row, String head, String words) {}

    public PlanPreview {
        rows = List.copyOf(rows);
        clauses = List.copyOf(clauses);
        faults = List.copyOf(faults);
    }

    public long areas() {
        return rows.stream().map(PlanRow::areaNo).distinct().count();
    }

    public long tasks() {
        return rows.stream().map(PlanRow::taskNo).distinct().count();
    }

    public long count(Undertaker undertaker) {
        return rows.stream().filter(row -> row.undertaker() == undertaker).count();
    }

    public long faultyRows() {
        return faults.stream().map(fault -> fault.sheet() + fault.row()).distinct().count();
    }

    Map<String, String> faultsByAddress(String sheet) {
        return faults.stream()
                .filter(fault -> fault.sheet().equals(sheet))
                .collect(Collectors.toMap(Fault::address, Fault::words, (one, other) -> one));
    }
}
