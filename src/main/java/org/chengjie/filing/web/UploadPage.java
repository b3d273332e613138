package org.chengjie.filing.web;

import java.util.List;
import java.util.stream.Stream;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Intent;
import org.chengjie.filing.RowChange;
import org.chengjie.filing.Totals;
import org.chengjie.filing.UploadPreview;
import org.chengjie.filing.Values;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;

/**
 * 上传填报表 · 预览: what the file would change, what is wrong with it, and what must be chosen before it
 * can be saved.
 *
 * @param choices what has been chosen so far
 * @param problem why the save was refused; empty where it was not
 */
public record UploadPage(UploadPreview preview, Actor school, Choices choices, String problem) {

    /** One side of a conflict, cell by cell. */
    public record Side(String value, String name, boolean chosen, List<Shown> cells) {}

    /**
     * A cell of it.
     *
     * @param differs whether the two sides differ in it
     */
    public record Shown(String label, String text, boolean differs) {}

    public boolean mayChange() {
        return school.role().mayChange();
    }

    public boolean mending() {
        return preview.intent() == Intent.MEND;
    }

    /** Where the rows that it would change can be seen and typed. */
    public String back() {
        return mending() ? "/school/returned" : "/school/undertakings";
    }

    /** {@code 57 = 17 + 15 + 11 + 14} */
    public String equation(Totals totals) {
        var funds = totals.funds();
        return funds.total()
                + " = "
                + String.join(
                        " + ",
                        Cell.SOURCES.stream().map(source -> funds.of(source).toString()).toList());
    }

    public List<Side> sides(RowChange conflict) {
        var no = conflict.item().no();
        var stored = conflict.stored();
        var mine = conflict.sent();
        return List.of(
                new Side(
                        "mine",
                        "文件里的",
                        choices.mine().contains(no),
                        cells(mine.undertaken(), mine.values(), conflict)),
                new Side(
                        "theirs",
                        "现在的",
                        choices.theirs().contains(no),
                        cells(stored.undertaken(), stored.values(), conflict)));
    }

    private static List<Shown> cells(boolean undertaken, Values values, RowChange conflict) {
        var differing = conflict.sent().values().differences(conflict.stored().values());
        var ticked =
                new Shown(
                        "是否承接",
                        undertaken ? "是" : "否",
                        conflict.sent().undertaken() != conflict.stored().undertaken());
        return Stream.concat(
                        Stream.of(ticked),
                        Stream.of(Cell.values())
                                .filter(cell ->
                                        cell != Cell.QUANTITY || conflict.item().takesQuantity())
                                .map(cell ->
                                        new Shown(
                                                Labels.of(cell),
                                                or(values.shown(cell)),
                                                differing.contains(cell))))
                .toList();
    }

    private static String or(String shown) {
        return shown.isEmpty() ? "空" : shown;
    }
}
