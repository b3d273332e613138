package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The extensions that a province has given to single schools, all of them kept (spec W3). */
@Repository
public class Extensions {

    public static final String LAST_DAY = "lastDay";
    public static final String REASON = "reason";
    public static final int LONGEST_REASON = 200;

    private static final String SELECT =
            """
            select id, school_id, school_code, school_name, city, last_day, reason, at, by_name, ended_at, ended_by, replaced
              from filing.extension_line
             where plan_id = :plan and lies_in(school_path, :reach)
            """;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final FilingWindows windows;
    private final Units units;
    private final ApplicationEventPublisher events;

    Extensions(
            JdbcClient jdbc,
            Plans plans,
            FilingWindows windows,
            Units units,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.windows = windows;
        this.units = units;
        this.events = events;
    }

    /** All within a reach, the newest first. */
    public List<Extension> all(Reach reach) {
        return jdbc.sql(SELECT + " order by id desc")
                .param("plan", plans.current().id())
                .param("reach", reach.path())
                .query(Extensions::read)
                .list();
    }

    /** Those of one school, the newest first. */
    public List<Extension> of(long schoolId, Reach reach) {
        return jdbc.sql(SELECT + " and school_id = :school order by id desc")
                .param("plan", plans.current().id())
                .param("reach", reach.path())
                .param("school", schoolId)
                .query(Extensions::read)
                .list();
    }

    /** Gives a school until the 24:00 of a day, in place of what it was given before. */
    @Transactional
    public void grant(Actor by, long schoolId, LocalDate lastDay, String reason) {
        require(by);
        var school = school(by, schoolId);
        windows.keepOpen(by.unitId());
        var window =
                Optional.ofNullable(
                                windows.terms(plans.current().id(), by.unitId(), schoolId).window())
                        .orElseThrow(() -> Refusal.closed("本省还没有发布申报要求，不需要延期。"));
        Verdict.ofProvince(window).require();
        faults(window, lastDay, reason, by.arrived()).values().stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw Refusal.invalid(fault);
                });
        jdbc.sql(
                        """
                        insert into filing.extension (plan_id, school_id, school_path, last_day, reason, at, by_account, by_name)
                        values (:plan, :school, :path, :day, :reason, :at, :by, :name)
                        """)
                .param("plan", plans.current().id())
                .param("school", schoolId)
                .param("path", school.path())
                .param("day", lastDay)
                .param("reason", reason.strip())
                .param("at", Undertakings.sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .update();
        tell(
                by,
                "延期",
                school,
                reason.strip(),
                window.extended() ? window.lastDay().toString() : "",
                lastDay.toString());
    }

    /** Field → what is wrong with it, as of a moment. */
    public static Map<String, String> faults(
            FilingWindow window, @Nullable LocalDate lastDay, String reason, Instant at) {
        var faults = new LinkedHashMap<String, String>();
        if (lastDay == null) {
            faults.put(LAST_DAY, "应为年-月-日，例如 2020-12-05。");
        } else if (!lastDay.isAfter(window.closes())) {
            faults.put(LAST_DAY, "延期要晚于全省的结束日期 " + window.closes() + "。");
        } else if (lastDay.isBefore(ChinaTime.dayOf(at))) {
            faults.put(LAST_DAY, "这一天已经过去，请另选一天。");
        } else if (lastDay.getYear() > 2100) {
            faults.put(LAST_DAY, "年份应在 2100 以前，现在是 " + lastDay.getYear() + "。");
        }
        int length = reason.strip().length();
        if (length == 0) {
            faults.put(REASON, "延期要写原因，以备查考。");
        } else if (length > LONGEST_REASON) {
            faults.put(REASON, "原因最多 " + LONGEST_REASON + " 字，现在是 " + length + " 字。");
        }
        return faults;
    }

    /** Takes back what a school was given; the province's own days hold again. */
    @Transactional
    public void end(Actor by, long schoolId) {
        require(by);
        var school = school(by, schoolId);
        var day =
                jdbc.sql(
                                """
                                update filing.extension
                                   set ended_at = :at, ended_by = :name
                                 where id = (select max(id) from filing.extension
                                              where plan_id = :plan and school_id = :school
                                                and lies_in(school_path, :reach))
                                   and ended_at is null and last_day >= :today
                                returning last_day
                                """)
                        .param("at", Undertakings.sql(by.arrived()))
                        .param("name", by.name())
                        .param("plan", plans.current().id())
                        .param("school", schoolId)
                        .param("reach", by.reach().path())
                        .param("today", ChinaTime.dayOf(by.arrived()))
                        .query(LocalDate.class)
                        .optional()
                        .orElseThrow(() -> Refusal.conflict("这所学校现在没有延期，可能已被同事收回或已到期。"));
        tell(by, "收回延期", school, "", day.toString(), "");
    }

    private Unit school(Actor by, long schoolId) {
        var school = units.find(schoolId, by.reach());
        if (school.tier() != Tier.SCHOOL) {
            throw Refusal.notFound();
        }
        return school;
    }

    private static void require(Actor by) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能办理延期。");
        }
    }

    private void tell(
            Actor by, String action, Unit school, String reason, String before, String after) {
        events.publishEvent(
                new Auditable(
                        by,
                        action,
                        school.name(),
                        school.path(),
                        reason,
                        List.of(new Change("延期到", before, after))));
    }

    private static Extension read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Extension(
                row.getLong("id"),
                row.getLong("school_id"),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getString("city"),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                ended == null ? null : ended.toInstant(),
                Objects.toString(row.getString("ended_by"), ""),
                row.getBoolean("replaced"));
    }
}
