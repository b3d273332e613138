package org.chengjie.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Copy;
import org.chengjie.filing.Form;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Values;
import org.chengjie.filing.Verdict;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * 提交前核对: the totals, everything ticked, what is missing, and what has changed since it was last
 * handed in (spec F8).
 *
 * @param last what was last handed in; null where nothing was
 */
public record CheckPage(Form form, Actor school, Contact contact, @Nullable Copy last) {

    private static final Map<String, String> CONTACT =
            Map.of(
                    Contact.NAME, "平台管理联系人",
                    Contact.OFFICE_PHONE, "办公电话",
                    Contact.MOBILE, "手机号");

    /** A row that differs from what was last handed in, in words: {@code 学校自筹 6 → 6.5}. */
    public record Changed(String no, String title, List<String> words) {}

    public Verdict verdict() {
        return form.verdict(Intent.FILE, school.arrived());
    }

    public boolean nothingTicked() {
        return form.ticked().rows() == 0;
    }

    /** What is still to be filled in, with where it is on the form. */
    public List<FaultView> missing() {
        var all = new ArrayList<FaultView>();
        contact.faults()
                .forEach((field, words) ->
                        all.add(
                                new FaultView(
                                        "contact-" + field,
                                        CONTACT.getOrDefault(field, field),
                                        "",
                                        null,
                                        words)));
        form.gaps().stream().map(fault -> FaultView.of(fault, form.items())).forEach(all::add);
        return all;
    }

    public boolean ready() {
        return school.role().mayChange()
                && verdict().allowed()
                && !nothingTicked()
                && missing().isEmpty();
    }

    /** Areas in which something is ticked. */
    public List<Area> areas() {
        return form.plan().areas().stream().filter(area -> !items(area).isEmpty()).toList();
    }

    public List<Item> items(Area area) {
        return form.items(area).stream().filter(item -> form.row(item).undertaken()).toList();
    }

    public String lastAt() {
        return last == null ? "" : ChinaTime.full(last.at());
    }

    /** Every row that was added, dropped or changed, in the plan's order. */
    public List<Changed> changes() {
        if (last == null) {
            return List.of();
        }
        Map<String, Copy.Row> before =
                last.rows().stream().collect(Collectors.toMap(Copy.Row::no, Function.identity()));
        var changes = new ArrayList<Changed>();
        for (var item : form.plan().items()) {
            var words = words(item, before.get(item.no()), form.row(item));
            if (!words.isEmpty()) {
                changes.add(new Changed(item.no(), item.title(), words));
            }
        }
        return changes;
    }

    private static List<String> words(Item item, Copy.@Nullable Row before, Undertaking now) {
        if (before == null) {
            return now.undertaken() ? words("新承接", item, Values.BLANK, now.values()) : List.of();
        }
        return now.undertaken()
                ? words("", item, before.values(), now.values())
                : words("不再承接", item, before.values(), Values.BLANK);
    }

    private static List<String> words(String head, Item item, Values before, Values after) {
        var words = new ArrayList<String>();
        if (!head.isEmpty()) {
            words.add(head);
        }
        for (var cell : after.differences(before)) {
            if (cell != Cell.QUANTITY || item.takesQuantity()) {
                words.add(
                        "%s %s → %s"
                                .formatted(
                                        Labels.of(cell), shown(before, cell), shown(after, cell)));
            }
        }
        return words;
    }

    private static String shown(Values values, Cell cell) {
        var shown = values.shown(cell);
        return shown.isEmpty() ? "空" : shown;
    }
}
