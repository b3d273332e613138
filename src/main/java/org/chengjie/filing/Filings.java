package org.chengjie.filing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chengjie.account.Accounts;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a school does with its form: read, save, submit, take back, mend (spec F1-F10, R3). */
@Service
public class Filings {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String NOTHING_TICKED = "还没有承接任何任务。请至少勾选一条再提交。";

    private final Plans plans;
    private final FilingWindows windows;
    private final FilingHeads heads;
    private final Holds holds;
    private final Undertakings undertakings;
    private final Accounts accounts;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Savings savings;
    private final Copies copies;

    Filings(
            Plans plans,
            FilingWindows windows,
            FilingHeads heads,
            Holds holds,
            Undertakings undertakings,
            Accounts accounts,
            Units units,
            ApplicationEventPublisher events,
            Savings savings,
            Copies copies) {
        this.plans = plans;
        this.windows = windows;
        this.heads = heads;
        this.holds = holds;
        this.undertakings = undertakings;
        this.accounts = accounts;
        this.units = units;
        this.events = events;
        this.savings = savings;
        this.copies = copies;
    }

    /** A school's form, for whoever's reach it lies in. */
    public Form form(long schoolId, String schoolPath, Reach reach) {
        if (!reach.covers(schoolPath)) {
            throw Refusal.notFound();
        }
        var plan = plans.current();
        var province = new Reach(schoolPath).provinceId();
        var terms = windows.terms(plan.id(), province, schoolId);
        return new Form(
                plan,
                terms.withheld(),
                terms.window(),
                heads.find(plan.id(), schoolId, reach).orElse(null));
    }

    public Form form(Actor school) {
        return form(school.unitId(), school.path(), school.reach());
    }

    /** How many of the school's rows wait to be mended. */
    public int returned(Actor school) {
        return undertakings.count(plans.current().id(), school, Stage.RETURNED);
    }

    /** Every move of the form's rows (spec R2). */
    public History history(Form form, Reach reach) {
        var filing = form.filing();
        return filing == null ? History.NONE : new History(undertakings.moves(filing.id(), reach));
    }

    /** 保存: keeps every well-formed cell, complete or not, and names the others (spec F5, F7). */
    @Transactional
    public Saved save(Actor school, List<TypedRow> typed, @Nullable ContactEdit contact) {
        var held = hold(school, Intent.FILE);
        if (contact != null) {
            keep(school, contact);
        }
        return write(school, held, Intent.FILE, typed);
    }

    /** Saves returned rows while they are being mended (spec R3). */
    @Transactional
    public Saved mend(Actor school, List<TypedRow> typed) {
        return write(school, hold(school, Intent.MEND), Intent.MEND, typed);
    }

    /**
     * 提交前核对: saves what was typed and tells what still stands in the way of a submit; empty where
     * nothing does (spec F8).
     */
    @Transactional
    public Optional<Submission.Refused> check(
            Actor school, List<TypedRow> typed, @Nullable ContactEdit contact) {
        var held = hold(school, Intent.FILE);
        var contactHolds = keep(school, contact);
        var saved = write(school, held, Intent.FILE, typed);
        var faults = faults(saved, row -> row.stage() == Stage.DRAFT, NOTHING_TICKED);
        return faults.isEmpty() && contactHolds
                ? Optional.empty()
                : Optional.of(new Submission.Refused(saved, faults));
    }

    /**
     * 提交: saves what was typed, checks everything, and hands the whole form to the province (spec
     * F8).
     */
    @Transactional
    public Submission submit(Actor school, List<TypedRow> typed, @Nullable ContactEdit contact) {
        Submitter.require(school);
        windows.keepOpen(new Reach(school.path()).provinceId());
        var held = hold(school, Intent.FILE);
        var contactHolds = keep(school, contact);
        var saved = write(school, held, Intent.FILE, typed);
        return submit(
                school, saved, row -> row.stage() == Stage.DRAFT, NOTHING_TICKED, contactHolds);
    }

    /**
     * The receipt of a form that stands submitted just as it is typed here: a submit that was sent
     * twice, because its answer got lost or the button was pressed again, has done what it should.
     */
    public Optional<Submission.Accepted> submittedAs(Actor school, List<TypedRow> typed) {
        var form = form(school);
        var filing = form.filing();
        if (filing == null || filing.submittedAt() == null || filing.receiptNo() == null) {
            return Optional.empty();
        }
        var reader = new FormReader(form, Intent.FILE);
        return typed.stream().allMatch(reader::isStored)
                ? Optional.of(new Submission.Accepted(filing.receiptNo(), filing.submittedAt()))
                : Optional.empty();
    }

    /** Submits again those returned rows that the school has ticked as ready (spec R3). */
    @Transactional
    public Submission resubmit(Actor school, List<TypedRow> typed, Set<String> ready) {
        Submitter.require(school);
        windows.keepOpen(new Reach(school.path()).provinceId());
        var saved = write(school, hold(school, Intent.MEND), Intent.MEND, typed);
        var picked = new ArrayList<Long>();
        for (var item : saved.form().items()) {
            if (ready.contains(item.no())) {
                picked.add(item.id());
            }
        }
        return submit(
                school,
                saved,
                row -> row.stage() == Stage.RETURNED && picked.contains(row.itemId()),
                "还没有勾选要提交的任务。请先勾选已改好的，再提交。",
                true);
    }

    /** 继续修改: takes the whole form back while the province has decided nothing (spec F10). */
    @Transactional
    public void withdraw(Actor school) {
        Submitter.require(school);
        windows.keepOpen(new Reach(school.path()).provinceId());
        var filing = filing(hold(school, Intent.WITHDRAW).form());
        undertakings.move(Step.WITHDRAW, picks(filing, Step.WITHDRAW), school);
        heads.stand(filing.id(), null, null);
        events.publishEvent(Auditable.of(school, "继续修改", school.unitName(), school.path()));
    }

    /**
     * Keeps the contact if it is as it should be, and answers whether the school has one that is;
     * the page shows what is wrong with it otherwise.
     */
    private boolean keep(Actor school, @Nullable ContactEdit contact) {
        var stored = accounts.contactOf(school.unitId());
        if (contact == null) {
            return stored.faults().isEmpty();
        }
        if (!contact.faults(stored).isEmpty()) {
            return false;
        }
        var kept = contact.over(stored);
        if (!kept.equals(stored)) {
            accounts.changeContact(school.unitId(), kept, school);
        }
        return true;
    }

    /**
     * A form that nobody else may change until the transaction ends, and the version that rows get
     * which are written into it.
     */
    private record Held(Form form, long version) {}

    private Held hold(Actor school, Intent intent) {
        if (school.tier() != Tier.SCHOOL || !school.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能填报。");
        }
        var hold = holds.of(school);
        if (!hold.stands()) {
            throw Units.moved();
        }
        var plan = plans.held(hold.revision());
        var held = hold.filing();
        var form = new Form(plan, hold.terms().withheld(), hold.terms().window(), held);
        form.verdict(intent, school.arrived()).require();
        if (held != null) {
            return new Held(form, hold.nextVersion());
        }
        // Made only where it may be acted on, so that a closed window makes none; somebody else may
        // have made it, and submitted it, meanwhile.
        var opened = form.with(heads.open(plan.id(), school));
        opened.verdict(intent, school.arrived()).require();
        return new Held(opened, hold.nextVersion());
    }

    private Saved write(Actor school, Held held, Intent intent, List<TypedRow> typed) {
        var form = held.form();
        var reader = new FormReader(form, intent);
        typed.forEach(reader::read);
        var filing = filing(form);
        var written =
                reader.written().stream().map(row -> row.after(held.version(), school)).toList();
        if (!written.isEmpty()) {
            undertakings.write(filing.id(), school, held.version(), reader.written());
        }
        if (reader.changes().isEmpty()) {
            heads.saved(filing.id(), school.arrived());
        } else {
            savings.note(filing.id(), school);
            events.publishEvent(
                    new Auditable(
                            school, "保存", school.unitName(), school.path(), "", reader.changes()));
        }
        return new Saved(
                form.with(filing.saved(written, school.arrived())),
                school.arrived(),
                reader.faults(),
                reader.clashes());
    }

    private Submission submit(
            Actor school,
            Saved saved,
            Predicate<Undertaking> picked,
            String nothing,
            boolean contactHolds) {
        var faults = faults(saved, picked, nothing);
        if (!faults.isEmpty() || !contactHolds) {
            return new Submission.Refused(saved, faults);
        }
        var filing = saved.filing();
        var submitted = filing.totals(saved.form().items(), picked);
        var picks =
                stored(filing).stream()
                        .filter(row -> row.undertaken() && picked.test(row))
                        .map(Pick::of)
                        .toList();
        undertakings.move(Step.SUBMIT, picks, school);
        var receipt =
                heads.receipt(
                        filing,
                        school,
                        units.province(new Reach(school.path()).provinceId())
                                .code()
                                .substring(0, 2),
                        DAY.format(ChinaTime.dayOf(school.arrived())),
                        submitted);
        if (!filing.submitted()) {
            heads.stand(filing.id(), school.arrived(), receipt);
        }
        copies.keep(receipt, filing.id(), school);
        events.publishEvent(
                new Auditable(
                        school,
                        "提交",
                        school.unitName(),
                        school.path(),
                        "",
                        List.of(
                                new Change(
                                        "回执编号",
                                        "",
                                        receipt
                                                + "，"
                                                + submitted.rows()
                                                + " 条，"
                                                + submitted.funds().total()
                                                + " 万元"))));
        return new Submission.Accepted(receipt, school.arrived());
    }

    /**
     * The rows with their ids, which the database gives to those that this very request has made.
     */
    private Collection<Undertaking> stored(Filing filing) {
        var rows = filing.rows().values();
        return rows.stream().anyMatch(row -> row.id() == 0) ? undertakings.of(filing.id()) : rows;
    }

    /** What stands in the way of submitting these rows, in the order of the page. */
    private static List<Fault> faults(Saved saved, Predicate<Undertaking> picked, String nothing) {
        var filing = saved.filing();
        var items = saved.form().items();
        var faults = new ArrayList<>(saved.faults());
        saved.clashes()
                .forEach(clash -> faults.add(new Fault(clash.itemNo(), null, "已被他人改动，请先选择保留哪一份。")));
        items.stream()
                .filter(item -> filing.row(item).undertaken() && picked.test(filing.row(item)))
                .forEach(item -> missing(item, filing.row(item), faults));
        if (filing.totals(items, picked).rows() == 0 && faults.isEmpty()) {
            faults.add(new Fault("", null, nothing));
        }
        faults.sort(Comparator.comparingInt(fault -> position(items, fault)));
        return faults;
    }

    private static void missing(Item item, Undertaking row, List<Fault> faults) {
        for (var cell : row.values().missing(item)) {
            if (faults.stream()
                    .noneMatch(fault -> fault.itemNo().equals(item.no()) && fault.cell() == cell)) {
                faults.add(Fault.blank(item.no(), cell));
            }
        }
    }

    private static int position(List<Item> items, Fault fault) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).no().equals(fault.itemNo())) {
                return i * 10
                        + (fault.cell() == null
                                ? 0
                                : 1 + List.of(Cell.values()).indexOf(fault.cell()));
            }
        }
        return -1;
    }

    private static List<Pick> picks(Filing filing, Step step) {
        return filing.rows().values().stream()
                .filter(row -> row.undertaken() && step.leadsFrom(row.stage()))
                .map(Pick::of)
                .toList();
    }

    private static Filing filing(Form form) {
        var filing = form.filing();
        if (filing == null) {
            throw Refusal.notFound();
        }
        return filing;
    }
}
