package org.chengjie.filing.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengjie.account.Contact;
import org.chengjie.filing.ContactEdit;
import org.chengjie.filing.Fault;
import org.chengjie.filing.Form;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Verdict;
import org.chengjie.plan.Task;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 承接任务: the form as it is stored, and over it, after a request that could not be taken whole, what
 * was typed and what is wrong with it (spec F1, F5, F8).
 *
 * @param stored the contact as it is stored
 * @param input what was typed; null on a fresh page
 * @param faulty what is at fault, cells and contact, in the order of the page
 * @param problem why the whole request was refused; empty where it was not
 * @param submit whether it was a submit that met the faults
 */
public record FormPage(
        Form form,
        Actor school,
        Contact stored,
        @Nullable TypedForm input,
        List<Fault> faulty,
        String problem,
        boolean submit) {

    private static final Map<String, String> MODES =
            Map.of(Contact.NAME, "text", Contact.OFFICE_PHONE, "tel", Contact.MOBILE, "numeric");

    static FormPage fresh(Form form, Actor school, Contact stored) {
        return new FormPage(form, school, stored, null, List.of(), "", false);
    }

    public Instant now() {
        return school.arrived();
    }

    public Verdict verdict() {
        return form.verdict(Intent.FILE, now());
    }

    /**
     * Whether the fields can be filled in; what was typed stays in them even when it came too late.
     */
    public boolean editable() {
        return school.role().mayChange() && (verdict().allowed() || typed());
    }

    public boolean typed() {
        return input != null;
    }

    public List<AreaView> areas() {
        return form.plan().areas().stream()
                .map(area ->
                        new AreaView(
                                area,
                                area.tasks().stream()
                                        .flatMap(task -> rows(task).stream())
                                        .toList()))
                .toList();
    }

    public List<ContactField> contactFields() {
        return List.of(
                field(Contact.NAME, "平台管理联系人", stored.name()),
                field(Contact.OFFICE_PHONE, "办公电话", stored.officePhone()),
                field(Contact.MOBILE, "手机号", stored.mobile()));
    }

    /** Everything that is wrong, the contact first, as it stands first on the page. */
    public List<FaultView> faults() {
        var all = new ArrayList<FaultView>();
        for (var field : contactFields()) {
            if (!field.fault().isEmpty()) {
                all.add(new FaultView(field.id(), field.label(), "", null, field.fault()));
            }
        }
        faulty.stream().map(fault -> FaultView.of(fault, form.items())).forEach(all::add);
        return all;
    }

    public String faultsHeading() {
        int count = faults().size();
        return submit ? "还不能提交，有 " + count + " 处要改正：" : "有 " + count + " 处没有保存，其余都已保存：";
    }

    public @Nullable String savedAt() {
        var filing = form.filing();
        return filing == null ? null : ChinaTime.clock(filing.savedAt(), now());
    }

    public long nowMillis() {
        return now().toEpochMilli();
    }

    public long endMillis() {
        return form.endMillis(Intent.FILE);
    }

    /** How long the form can still be changed: {@code 3 天 5 小时}, {@code 12 分 8 秒}. */
    public String left() {
        return ChinaTime.left(Duration.ofMillis(Math.max(0, endMillis() - nowMillis())));
    }

    private List<RowView> rows(Task task) {
        var items = form.items(task);
        var rows = new ArrayList<RowView>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            rows.add(
                    new RowView(
                            item,
                            form.row(item),
                            input == null ? null : input.row(item.no()),
                            faulty.stream()
                                    .filter(fault -> fault.itemNo().equals(item.no()))
                                    .map(FaultView::of)
                                    .toList(),
                            form.told(item),
                            i == 0,
                            i == items.size() - 1));
        }
        return rows;
    }

    private ContactField field(String name, String label, String saved) {
        var edit = input == null ? null : input.contact();
        var value = edit == null ? saved : value(edit.over(stored), name);
        var fault = contactFaults(edit).getOrDefault(name, "");
        return new ContactField(name, label, value, saved, MODES.getOrDefault(name, "text"), fault);
    }

    /** A submit that brings no contact is judged by the stored one. */
    private Map<String, String> contactFaults(@Nullable ContactEdit edit) {
        if (edit != null) {
            return edit.faults(stored);
        }
        return submit ? stored.faults() : Map.of();
    }

    private static String value(Contact contact, String name) {
        return switch (name) {
            case Contact.NAME -> contact.name();
            case Contact.OFFICE_PHONE -> contact.officePhone();
            default -> contact.mobile();
        };
    }
}
