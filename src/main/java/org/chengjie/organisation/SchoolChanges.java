package org.chengjie.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a province does with a school of its register: add, change, close, reopen (spec P1). */
@Service
public class SchoolChanges {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    static final String ELSEWHERE = "这个标识码已登记在其他地区，不能重复登记。请核对；确属本省的，请联系教育部。";

    private final Register register;
    private final Enrolment enrolment;
    private final ApplicationEventPublisher events;

    SchoolChanges(Register register, Enrolment enrolment, ApplicationEventPublisher events) {
        this.register = register;
        this.enrolment = enrolment;
        this.events = events;
    }

    /**
     * What is wrong with it, by column.
     *
     * @param before the school as it is; null for a new one
     */
    public Map<RegisterColumn, String> faults(
            Actor by, SchoolDraft draft, @Nullable RegisterEntry before) {
        var faults = check(by).faults(draft, before);
        if (before == null && !faults.containsKey(RegisterColumn.CODE)) {
            var codes = List.of(draft.code());
            if (!register.elsewhere(by.reach(), codes).isEmpty()) {
                faults.put(RegisterColumn.CODE, ELSEWHERE);
            } else {
                register.withCodes(by.reach(), codes)
                        .forEach(known -> faults.put(RegisterColumn.CODE, taken(known)));
            }
        }
        return faults;
    }

    @Transactional
    public long add(Actor by, SchoolDraft draft) {
        enrolment.hold(by);
        refuseFaults(faults(by, draft, null));
        var school = enrolment.add(List.of(check(by).fields(draft))).getFirst();
        tell(by, school.name(), school.path(), "添加学校", "", changes(null, draft));
        return school.id();
    }

    /** Name, kind, city and affiliation; the code stays, for it is the user name (spec A2). */
    @Transactional
    public void change(Actor by, long id, long version, SchoolDraft draft) {
        enrolment.hold(by);
        var before = seen(by, id, version);
        if (before.closed()) {
            throw Refusal.closed("这所学校已撤销，不能修改。需要修改请先恢复。");
        }
        refuseFaults(faults(by, draft, before));
        var changes = changes(before, draft);
        if (changes.isEmpty()) {
            return;
        }
        enrolment.change(by, List.of(new Enrolment.Amendment(before, check(by).fields(draft))));
        tell(by, before.name(), register.find(id, by.reach()).path(), "修改学校", "", changes);
    }

    /** 撤销: its sign-ins end and it counts nowhere; what it filed stays to be read. */
    @Transactional
    public void close(Actor by, long id, long version, String reason) {
        enrolment.hold(by);
        var school = seen(by, id, version);
        close(by, school, reason, null, "撤销学校");
    }

    @Transactional
    public void reopen(Actor by, long id, long version) {
        enrolment.hold(by);
        var school = seen(by, id, version);
        if (school.mergedInto() != null) {
            throw Refusal.closed("这所学校已并入" + school.mergedInto() + "，填报已经移交，不能恢复。");
        }
        enrolment.reopen(by, school);
        tell(by, school.name(), school.path(), "恢复学校", "", List.of(new Change("名册", "已撤销", "在册")));
    }

    /**
     * The register's part of a merger: {@code from} closes and points to {@code into}. Both are
     * held until the transaction ends; the rows they have filed are the caller's part.
     */
    @Transactional
    public void merge(Actor by, RegisterEntry from, RegisterEntry into, String reason) {
        enrolment.hold(by);
        if (seen(by, into.id(), into.version()).closed()) {
            throw Refusal.closed("“" + into.name() + "”已撤销，不能并入。请选择在册的学校。");
        }
        close(by, seen(by, from.id(), from.version()), reason, into.id(), "并入" + into.name());
    }

    private void close(
            Actor by, RegisterEntry school, String reason, @Nullable Long into, String action) {
        if (school.closed()) {
            throw Refusal.closed("这所学校已经撤销，不需要再次办理。");
        }
        var words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("要写明原因，学校登录时会看到。");
        }
        if (words.length() > LONGEST_REASON) {
            throw Refusal.invalid("原因最多 " + LONGEST_REASON + " 字，现在是 " + words.length() + " 字。");
        }
        enrolment.close(by, List.of(school), words, into);
        tell(
                by,
                school.name(),
                school.path(),
                action,
                words,
                List.of(new Change("名册", "在册", "已撤销")));
    }

    private RegisterEntry seen(Actor by, long id, long version) {
        var school = register.find(id, by.reach());
        if (school.version() != version) {
            throw Enrolment.stale();
        }
        return school;
    }

    private SchoolCheck check(Actor by) {
        return new SchoolCheck(by.unitId(), register.cities(by.unitId()));
    }

    private static void refuseFaults(Map<RegisterColumn, String> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(String.join(" ", faults.values()));
        }
    }

    static String taken(RegisterEntry known) {
        return known.closed()
                ? "这个标识码属于已撤销的“" + known.name() + "”。需要继续使用，请在名册中恢复它。"
                : "这个标识码已属于“" + known.name() + "”。";
    }

    /** What would really change, column by column. */
    static List<Change> changes(@Nullable RegisterEntry before, SchoolDraft after) {
        var changes = new ArrayList<Change>();
        for (var column : RegisterColumn.values()) {
            var was = before == null ? "" : text(before, column);
            if (!was.equals(after.text(column))) {
                changes.add(new Change(column.head(), was, after.text(column)));
            }
        }
        return changes;
    }

    static String text(RegisterEntry entry, RegisterColumn column) {
        return switch (column) {
            case CODE -> entry.code();
            case NAME -> entry.name();
            case KIND -> Labels.of(entry.kind());
            case CITY -> entry.city();
            case AFFILIATION -> Labels.of(entry.affiliation());
        };
    }

    private void tell(
            Actor by,
            String subject,
            String path,
            String action,
            String reason,
            List<Change> changes) {
        events.publishEvent(new Auditable(by, action, subject, path, reason, changes));
    }
}
