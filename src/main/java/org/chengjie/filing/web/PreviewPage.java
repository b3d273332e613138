package org.chengjie.filing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.account.Contact;
import org.chengjie.filing.Filing;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Move;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Verdict;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * 本校任务情况预览: what was submitted, what has been approved, and where each row stands (spec F9).
 *
 * @param history the moves of the form's rows
 * @param problem why 继续修改 was refused; empty where it was not asked for
 */
public record PreviewPage(
        Form form,
        Actor school,
        Contact contact,
        List<ProvinceContact> provinceContacts,
        History history,
        String problem) {

    /** A step on the way of the form, in words. */
    public record Event(String words, String at, String by) {}

    public boolean submitted() {
        var filing = form.filing();
        return filing != null && filing.submitted();
    }

    public Filing filing() {
        var filing = form.filing();
        if (filing == null) {
            throw new IllegalStateException("Asked only where something was saved");
        }
        return filing;
    }

    public @Nullable String submittedAt() {
        var filing = form.filing();
        var at = filing == null ? null : filing.submittedAt();
        return at == null ? null : ChinaTime.full(at);
    }

    public Verdict withdrawal() {
        return form.verdict(Intent.WITHDRAW, school.arrived());
    }

    public boolean started() {
        return form.filing() != null;
    }

    /** Areas with at least one row, or, with {@code all}, with any item listed. */
    public List<Area> areas() {
        return form.plan().areas().stream().filter(area -> !form.items(area).isEmpty()).toList();
    }

    public int undertaken(Area area) {
        return (int) form.items(area).stream().filter(item -> form.row(item).undertaken()).count();
    }

    public int undertaken() {
        return (int) form.items().stream().filter(item -> form.row(item).undertaken()).count();
    }

    /** Whether the item is the first of its task's rows that the page lists. */
    public boolean first(Item item) {
        var same = sameTask(item);
        return same.getFirst().id() == item.id();
    }

    public boolean last(Item item) {
        return sameTask(item).getLast().id() == item.id();
    }

    /** How many rows stand at a stage. */
    public int count(Stage stage) {
        var filing = form.filing();
        return filing == null ? 0 : filing.count(stage);
    }

    /** Why the province returned or rejected a row, as it last said. */
    public @Nullable Move lastSaid(Undertaking row) {
        return history.last(row.id(), Set.of(Step.RETURN, Step.REJECT)).orElse(null);
    }

    /** 办理进程: the moves made together told as one, the newest first, down to the first save. */
    public List<Event> events() {
        record Together(Step step, Instant at, String by, String reason) {}
        var numbers = new LinkedHashMap<Together, List<String>>();
        for (var move : history.moves()) {
            numbers.computeIfAbsent(
                            new Together(move.step(), move.at(), move.byName(), said(move)),
                            _ -> new ArrayList<>())
                    .add(no(move.undertakingId()));
        }
        var events = new ArrayList<Event>();
        var order = form.items().stream().map(Item::no).toList();
        numbers.values().forEach(rows -> rows.sort(Comparator.comparingInt(order::indexOf)));
        numbers.forEach((made, rows) ->
                events.add(
                        new Event(
                                words(made.step(), rows) + made.reason(),
                                ChinaTime.minute(made.at()),
                                made.by())));
        if (form.filing() != null) {
            events.add(new Event("首次保存", ChinaTime.minute(filing().firstSavedAt()), ""));
        }
        return events;
    }

    /** Why rows were reopened or released: returns and rejections say it at their rows. */
    private static String said(Move move) {
        return move.step() == Step.REOPEN || move.step() == Step.RELEASE ? "：" + move.reason() : "";
    }

    private static String words(Step step, List<String> rows) {
        return switch (step) {
            case SUBMIT -> "提交 " + rows.size() + " 条，生成回执";
            case WITHDRAW -> "本校撤回，继续修改";
            case RELEASE -> "省厅放开整表";
            case APPROVE, RETURN, REJECT, REOPEN, UNDO ->
                    rows.size() > 4
                            ? rows.size() + " 条" + Labels.of(step)
                            : rows.stream().collect(Collectors.joining("、"))
                                    + " "
                                    + Labels.of(step);
        };
    }

    private String no(long undertakingId) {
        return form.items().stream()
                .filter(item -> form.row(item).id() == undertakingId)
                .map(Item::no)
                .findFirst()
                .orElse("");
    }

    private List<Item> sameTask(Item item) {
        return form.items().stream().filter(other -> other.taskNo() == item.taskNo()).toList();
    }
}
