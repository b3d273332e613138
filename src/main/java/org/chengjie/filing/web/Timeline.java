package org.chengjie.filing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Move;
import org.chengjie.filing.Receipt;
import org.chengjie.filing.SavingRun;
import org.chengjie.filing.Step;
import org.chengjie.plan.Item;
import org.chengjie.shared.ChinaTime;

/**
 * 办理进程: a form's way in words, the newest first; moves made together are told as one, and so are
 * the saves of one person and day.
 *
 * @param savings the runs of saves, the newest first
 * @param receipts the receipts of its submissions
 */
public record Timeline(
        Form form, History history, List<SavingRun> savings, List<Receipt> receipts) {

    /** So many rows are named; more are counted. */
    private static final int NAMED = 4;

    /**
     * A step on the way of the form, in words; the receipt's number is empty where it gave none.
     */
    public record Event(String words, String receiptNo, String at, String by) {}

    private record Together(Step step, Instant at, String by, String reason) {}

    private record Told(Instant at, Event event) {}

    public List<Event> events() {
        var told = new ArrayList<Told>();
        moves().forEach((made, moves) -> told.add(told(made, moves)));
        savings.forEach(run -> told.add(new Told(run.last(), saved(run))));
        // The sort is stable: of what happened at one moment, a move stands above its saves.
        told.sort(Comparator.comparing(Told::at).reversed());
        var events = new ArrayList<>(told.stream().map(Told::event).toList());
        var filing = form.filing();
        if (filing != null && savings.isEmpty()) {
            events.add(new Event("首次保存", "", ChinaTime.minute(filing.firstSavedAt()), ""));
        }
        return events;
    }

    private Map<Together, List<Move>> moves() {
        var together = new LinkedHashMap<Together, List<Move>>();
        for (var move : history.moves()) {
            together.computeIfAbsent(
                            new Together(move.step(), move.at(), move.byName(), said(move)),
                            _ -> new ArrayList<>())
                    .add(move);
        }
        return together;
    }

    private Told told(Together made, List<Move> moves) {
        return new Told(
                made.at(),
                new Event(
                        words(made, moves), receipt(made), ChinaTime.minute(made.at()), made.by()));
    }

    private static Event saved(SavingRun run) {
        var last = ChinaTime.minute(run.last());
        var first = ChinaTime.minute(run.first());
        return new Event(
                run.saves() == 1 ? "已保存" : "已保存 " + run.saves() + " 次",
                "",
                first.equals(last) ? last : first + "—" + last.substring(last.length() - 5),
                run.byName());
    }

    private String words(Together made, List<Move> moves) {
        return switch (made.step()) {
            case SUBMIT -> submitted(made, moves);
            case WITHDRAW -> "本校撤回，继续修改";
            case RELEASE -> "省厅放开整表：" + made.reason();
            case APPROVE -> "省厅已通过 " + rows(moves);
            case RETURN -> "省厅已退回 " + rows(moves);
            case REJECT -> "省厅不通过 " + rows(moves);
            case REOPEN -> "省厅重新审核 " + rows(moves) + "，理由：" + made.reason();
            case UNDO -> "省厅撤销审核 " + rows(moves);
            case ADJUST -> "教育部同意调整备案，调整 " + rows(moves) + "，" + made.reason();
            case TAKE_ON -> "教育部同意调整备案，增加承接 " + rows(moves) + "，" + made.reason();
            case DROP -> "教育部同意调整备案，不再承接 " + rows(moves) + "，" + made.reason();
        };
    }

    private String submitted(Together made, List<Move> moves) {
        return before(made.at()) ? "重新提交 " + rows(moves) : "已提交 " + moves.size() + " 行";
    }

    private String receipt(Together made) {
        return made.step() != Step.SUBMIT
                ? ""
                : receipts.stream()
                        .filter(each -> each.at().equals(made.at()))
                        .findFirst()
                        .map(Receipt::no)
                        .orElse("");
    }

    /** Whether something was submitted before. */
    private boolean before(Instant at) {
        return history.moves().stream()
                .anyMatch(move -> move.step() == Step.SUBMIT && move.at().isBefore(at));
    }

    private String rows(List<Move> moves) {
        var order = new HashMap<Long, Integer>();
        var numbers = new HashMap<Long, String>();
        for (Item item : form.items()) {
            order.put(form.row(item).id(), order.size());
            numbers.put(form.row(item).id(), item.no());
        }
        var named =
                moves.stream()
                        .map(Move::undertakingId)
                        .filter(numbers::containsKey)
                        .sorted(Comparator.comparing(order::get))
                        .map(numbers::get)
                        .collect(Collectors.joining("、"));
        return moves.size() + " 行" + (moves.size() > NAMED || named.isEmpty() ? "" : "：" + named);
    }

    /** Why rows were reopened or released: returns and rejections say it at their rows. */
    private static String said(Move move) {
        return switch (move.step()) {
            case REOPEN, RELEASE, ADJUST, TAKE_ON, DROP -> move.reason();
            case SUBMIT, WITHDRAW, APPROVE, RETURN, REJECT, UNDO -> "";
        };
    }
}
