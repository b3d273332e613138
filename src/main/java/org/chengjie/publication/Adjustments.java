package org.chengjie.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengjie.filing.PublishedRows;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调整备案 as a province prepares it and hands it in, and as both sides read it (spec P5). */
@Service
public class Adjustments {

    /** What a school is called in the list that one picks from. */
    public record Choice(String code, String name) {}

    /** A row as it is now. */
    private record Now(long version, Figures figures) {}

    private final Plans plans;
    private final Editions editions;
    private final AdjustmentRows rows;
    private final Tellings tellings;
    private final PublishedRows published;
    private final OwnUndertakings own;
    private final ApplicationEventPublisher events;

    Adjustments(
            Plans plans,
            Editions editions,
            AdjustmentRows rows,
            Tellings tellings,
            PublishedRows published,
            OwnUndertakings own,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.editions = editions;
        this.rows = rows;
        this.tellings = tellings;
        this.published = published;
        this.own = own;
        this.events = events;
    }

    public List<Adjustment> all(Actor reader) {
        return plan().map(plan -> rows.all(plan, reader.reach())).orElse(List.of());
    }

    /** Out of reach reads the same as absent (spec X2). */
    public Adjustment find(Actor reader, long id) {
        return plan().flatMap(plan -> rows.find(plan, id, reader.reach()))
                .orElseThrow(Refusal::notFound);
    }

    public Scan scan(Actor reader, long id) {
        return rows.scan(id, reader.reach()).orElseThrow(Refusal::notFound);
    }

    public int waiting(Actor reader) {
        return rows.waiting(reader.reach());
    }

    /** Whether there is anything of the province that could be adjusted. */
    public boolean open(Actor officer) {
        return edition(officer).isPresent();
    }

    /** The items of the edition, and the schools whose rows can be picked. */
    public Plan items(Actor officer) {
        return edition(officer).orElseThrow(Adjustments::notPublished).plan();
    }

    public List<Choice> schools(Actor officer) {
        return rows.schools(plans.current().id(), officer.reach()).stream()
                .map(school -> new Choice(school.code(), school.name()))
                .toList();
    }

    @Transactional
    public long create(Actor by) {
        require(by);
        var plan = items(by);
        long id = rows.create(by, plan.id());
        tell(by, "新建调整备案", "调整备案 " + id, "", List.of());
        return id;
    }

    /** Keeps what is well-formed, complete or not; answers what is not, by field. */
    @Transactional
    public Map<String, String> save(Actor by, long id, TypedAdjustment typed) {
        return write(by, draft(by, id, typed.version()), typed);
    }

    /**
     * Picks one more row, after what was typed is saved.
     *
     * @param school its code; empty for the province's own row
     */
    @Transactional
    public Map<String, String> pick(
            Actor by, long id, TypedAdjustment typed, String school, String itemNo) {
        var adjustment = draft(by, id, typed.version());
        var faults = write(by, adjustment, typed);
        var item =
                items(by).items().stream()
                        .filter(one -> one.no().equals(itemNo.strip()))
                        .findFirst();
        if (item.isEmpty()) {
            faults.put("item", "请选择条目。");
            return faults;
        }
        Long schoolId = null;
        var name = "";
        if (!school.isBlank()) {
            var code = school.strip().split("\\s+", 2)[0];
            var found =
                    rows.schools(adjustment.planId(), by.reach()).stream()
                            .filter(one -> one.code().equals(code))
                            .findFirst();
            if (found.isEmpty()) {
                faults.put("school", "本省没有提交过填报的学校是这个代码，请从列表中选择；省级自己的条目请留空。");
                return faults;
            }
            schoolId = found.get().id();
            name = found.get().name();
        }
        var line = new AdjustmentLine(0, schoolId, name, item.get(), 0, Figures.NONE, Figures.NONE);
        var now = now(by, adjustment, line);
        if (!rows.add(id, schoolId, name, item.get(), now.version(), now.figures())) {
            faults.put("item", "这一行已经在里面。");
            return faults;
        }
        rows.touch(id);
        tell(
                by,
                "选择要调整的行",
                "调整备案 " + id,
                "",
                List.of(new Change(line.whose() + " " + item.get().no(), "", "已选")));
        return faults;
    }

    @Transactional
    public Map<String, String> drop(Actor by, long id, TypedAdjustment typed, long lineId) {
        var adjustment = draft(by, id, typed.version());
        var faults = write(by, adjustment, typed);
        rows.remove(id, lineId);
        rows.touch(id);
        adjustment.lines().stream()
                .filter(line -> line.id() == lineId)
                .forEach(line ->
                        tell(
                                by,
                                "去掉要调整的行",
                                "调整备案 " + id,
                                "",
                                List.of(
                                        new Change(
                                                line.whose() + " " + line.item().no(), "已选", ""))));
        return faults;
    }

    @Transactional
    public void attach(Actor by, long id, String name, byte[] bytes) {
        var adjustment = draft(by, id);
        if (bytes.length == 0) {
            throw Refusal.invalid("还没有选择文件。请选择来函的扫描件。");
        }
        if (bytes.length > Scan.MOST) {
            throw Refusal.invalid("扫描件不能超过 5 MB。请压缩后再上传。");
        }
        var type =
                Scan.typeOf(bytes)
                        .orElseThrow(() -> Refusal.invalid("扫描件应为 PDF、JPG 或 PNG。请换一个文件。"));
        rows.attach(id, new Scan(name, type, bytes));
        tell(
                by,
                "上传来函扫描件",
                "调整备案 " + id,
                "",
                List.of(new Change("扫描件", adjustment.scanName(), name)));
    }

    /**
     * 报送教育部: all of it complete, and every row still as it was picked; else answers what is not.
     */
    @Transactional
    public Map<String, String> submit(Actor by, long id, TypedAdjustment typed) {
        if (by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("调整备案由本省管理员报送，您的账号可以填写。");
        }
        var faults = write(by, draft(by, id, typed.version()), typed);
        var adjustment = find(by, id);
        missing(by, adjustment).forEach(faults::putIfAbsent);
        if (!faults.isEmpty()) {
            return faults;
        }
        rows.submit(id, by);
        tell(
                by,
                "报送调整备案",
                adjustment.letterNo(),
                adjustment.reason(),
                AdjustmentWords.changes(adjustment));
        return faults;
    }

    /** Takes back what the ministry has not decided yet. */
    @Transactional
    public void takeBack(Actor by, long id) {
        require(by);
        var adjustment = held(by, id);
        if (adjustment.state() != AdjustmentState.SUBMITTED) {
            throw Refusal.conflict("这份调整备案现在是“" + Labels.of(adjustment.state()) + "”，不能撤回。");
        }
        rows.takeBack(id);
        tell(by, "撤回调整备案", adjustment.letterNo(), "", List.of());
    }

    @Transactional
    public void discard(Actor by, long id) {
        var adjustment = draft(by, id);
        rows.discard(id);
        tell(by, "删除调整备案草稿", "调整备案 " + id, "", AdjustmentWords.changes(adjustment));
    }

    public List<Told> unread(Actor school) {
        return tellings.unread(school);
    }

    @Transactional
    public void confirm(Actor school, long id) {
        if (!tellings.confirm(school, id)) {
            throw Refusal.notFound();
        }
        events.publishEvent(Auditable.of(school, "已阅调整告知", "调整备案 " + id, school.path()));
    }

    private Map<String, String> write(Actor by, Adjustment adjustment, TypedAdjustment typed) {
        var reader = new AdjustmentReader();
        var changes = new ArrayList<Change>();
        var reason =
                reader.text(
                        "reason",
                        typed.reason(),
                        adjustment.reason(),
                        AdjustmentReader.LONGEST_REASON);
        var no =
                reader.text(
                        "letterNo",
                        typed.letterNo(),
                        adjustment.letterNo(),
                        AdjustmentReader.LONGEST_NUMBER);
        var dated = reader.day("letterDated", typed.letterDated(), adjustment.letterDated());
        for (var line : adjustment.lines()) {
            var after = reader.figures(line, typed);
            if (!after.equals(line.after())) {
                rows.change(line.id(), after);
                changes.addAll(AdjustmentWords.changes(line, line.after(), after));
            }
        }
        add(changes, "原因", adjustment.reason(), reason);
        add(changes, "函号", adjustment.letterNo(), no);
        add(
                changes,
                "来函日期",
                Objects.toString(adjustment.letterDated(), ""),
                Objects.toString(dated, ""));
        if (!changes.isEmpty()) {
            rows.write(adjustment.id(), reason, no, dated);
            tell(by, "填写调整备案", "调整备案 " + adjustment.id(), "", changes);
        }
        return reader.faults();
    }

    private Map<String, String> missing(Actor by, Adjustment adjustment) {
        var missing = new LinkedHashMap<String, String>();
        if (adjustment.reason().isEmpty()) {
            missing.put("reason", "请写调整的原因。");
        }
        if (adjustment.letterNo().isEmpty()) {
            missing.put("letterNo", "请写来函的函号。");
        }
        if (adjustment.letterDated() == null) {
            missing.put("letterDated", "请写来函日期。");
        } else if (adjustment.letterDated().isAfter(ChinaTime.dayOf(by.arrived()))) {
            missing.put("letterDated", "来函日期不能晚于今天。");
        }
        if (adjustment.scanName().isEmpty()) {
            missing.put("scan", "请上传来函的扫描件。");
        }
        if (adjustment.lines().isEmpty()) {
            missing.put("item", "还没有选择要调整的行。");
        }
        for (var line : adjustment.lines()) {
            var now = now(by, adjustment, line);
            if (now.version() != line.version()) {
                rows.refresh(line.id(), now.version(), now.figures());
                missing.put("u-" + line.id(), "这一行在您选择以后又有改动，“公布数”已换成现在的。请核对后再报送。");
            } else if (!line.changed()) {
                missing.put("u-" + line.id(), "这一行没有改动。请填写新的数，或者去掉这一行。");
            }
            for (var cell : line.missing()) {
                missing.put(
                        AdjustmentReader.field(line, cell),
                        Labels.of(cell)
                                + (cell == AdjustedCell.QUANTITY || cell == AdjustedCell.BODIES
                                        ? "还没有填。"
                                        : "还没有填；没有投入请填“0”。"));
            }
        }
        return missing;
    }

    private Now now(Actor by, Adjustment adjustment, AdjustmentLine line) {
        var schoolId = line.schoolId();
        if (schoolId == null) {
            var row = own.row(line.item(), by.reach());
            return new Now(row.version(), Figures.of(row));
        }
        var row =
                published
                        .find(adjustment.planId(), schoolId, by.reach())
                        .orElseThrow(Refusal::notFound)
                        .row(line.item());
        return new Now(row.version(), Figures.of(row));
    }

    private Adjustment draft(Actor by, long id, long version) {
        var adjustment = draft(by, id);
        if (adjustment.version() != version) {
            throw Refusal.conflict("这份调整备案刚被同事改动过，您的改动没有保存。您填的内容还在，请核对后再保存。");
        }
        return adjustment;
    }

    private Adjustment draft(Actor by, long id) {
        require(by);
        var adjustment = held(by, id);
        if (adjustment.state() != AdjustmentState.DRAFT) {
            throw Refusal.conflict("这份调整备案现在是“" + Labels.of(adjustment.state()) + "”，不能再改。");
        }
        return adjustment;
    }

    private Adjustment held(Actor by, long id) {
        return plan().flatMap(plan -> rows.hold(plan, id, by.reach()))
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Plan> plan() {
        return editions.latest(plans.current().id()).map(Edition::plan);
    }

    private Optional<Edition> edition(Actor officer) {
        return editions.latest(plans.current().id())
                .filter(edition ->
                        edition.included().stream().anyMatch(one -> one.id() == officer.unitId()));
    }

    private static Refusal notPublished() {
        return Refusal.closed("本省的承接任务还没有公布，不需要调整备案。");
    }

    private static void require(Actor by) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能办理调整备案。");
        }
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before, after));
        }
    }

    private void tell(
            Actor by, String action, String subject, String reason, List<Change> changes) {
        events.publishEvent(new Auditable(by, action, subject, by.path(), reason, changes));
    }
}
