package org.chengjie.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 催报 reminders: sent to many schools in one statement, each confirmed by itself (spec R7). */
@Repository
public class Reminders {

    public static final int LONGEST = 300;

    /** The same words to the same school again only after this. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Reminders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How many schools each audience has now; the selected are not counted. */
    public Map<Audience, Integer> counts(Reach reach) {
        var counts = new EnumMap<Audience, Integer>(Audience.class);
        jdbc.sql(
                        """
                        select count(*) filter (where standing = 'NOT_SIGNED_IN') as not_signed_in,
                               count(*) filter (where standing = 'FILLING_IN') as filling_in,
                               count(*) filter (where returned > 0) as returned
                          from notice.school
                         where lies_in(path, :reach)
                        """)
                .param("reach", reach.path())
                .query(row -> {
                    counts.put(Audience.NOT_SIGNED_IN, row.getInt("not_signed_in"));
                    counts.put(Audience.FILLING_IN, row.getInt("filling_in"));
                    counts.put(Audience.RETURNED, row.getInt("returned"));
                });
        return counts;
    }

    /** The names of these schools; one out of reach reads as absent (spec X2). */
    public List<String> names(Reach reach, List<Long> schools) {
        var wanted = schools.stream().distinct().toList();
        var names =
                jdbc.sql(
                                """
                                select name from notice.school
                                 where id = any(:schools) and lies_in(path, :reach) order by name
                                """)
                        .param("schools", wanted.toArray(Long[]::new))
                        .param("reach", reach.path())
                        .query((row, n) -> row.getString("name"))
                        .list();
        if (names.size() != wanted.size()) {
            throw Refusal.notFound();
        }
        return names;
    }

    /**
     * Sends words to all of an audience.
     *
     * @param schools the selected, where the audience is {@code SELECTED}; else not looked at
     */
    @Transactional
    public Sent send(Actor by, Audience audience, List<Long> schools, String words) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能发提醒。");
        }
        var text = words.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("还没有写提醒内容。");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("提醒最多 " + LONGEST + " 字，现在是 " + text.length() + " 字。");
        }
        if (audience == Audience.SELECTED) {
            if (schools.isEmpty()) {
                throw Refusal.invalid("还没有选择学校。请先选一所学校，或按状态发。");
            }
            names(by.reach(), schools);
        }
        // Whoever presses the button twice is judged by what the first press has sent.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('notice.reminder'), :province)")
                .param("province", Math.toIntExact(by.unitId()))
                .query((row, n) -> n)
                .list();
        var sent = write(by, audience, schools, text);
        if (sent.sent() == 0) {
            throw Refusal.conflict(
                    sent.left() == 0
                            ? "现在没有这样的学校，没有发出提醒。"
                            : "这 " + sent.left() + " 所学校一小时内已收到同样的提醒，没有再发。");
        }
        events.publishEvent(
                new Auditable(
                        by,
                        "发催报提醒",
                        Labels.of(audience) + " " + sent.sent() + " 所",
                        by.path(),
                        "",
                        List.of(new Change("提醒", "", text))));
        return sent;
    }

    private Sent write(Actor by, Audience audience, List<Long> schools, String text) {
        return jdbc.sql(
                        """
                        with target as (
                            select id, path from notice.school
                             where lies_in(path, :reach)
                               and case :audience
                                       when 'SELECTED' then id = any(:schools)
                                       when 'RETURNED' then returned > 0
                                       else standing = :audience
                                   end
                        ), spared as (
                            select t.id from target t
                             where exists (select from notice.recipient r
                                             join notice.reminder m on m.id = r.reminder_id
                                            where r.school_id = t.id and m.words = :words and m.at > :since
                                              and m.province_id = :province)
                        ), reminder as (
                            insert into notice.reminder (province_id, audience, words, at, by_account, by_name)
                            select :province, :audience, :words, :at, :by, :name
                             where (select count(*) from target) > (select count(*) from spared)
                            returning id
                        ), sent as (
                            insert into notice.recipient (reminder_id, school_id, school_path)
                            select m.id, t.id, t.path from reminder m cross join target t
                             where t.id not in (select id from spared)
                            returning school_id
                        )
                        select (select count(*) from sent) as sent, (select count(*) from spared) as spared
                        """)
                .param("reach", by.reach().path())
                .param("audience", audience.name())
                .param("schools", schools.toArray(Long[]::new))
                .param("words", text)
                .param("since", at(by.arrived().minus(AGAIN_AFTER)))
                .param("province", by.unitId())
                .param("at", at(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .query((row, n) -> new Sent(row.getInt("sent"), row.getInt("spared")))
                .single();
    }

    /** The province's last hundred, the newest first. */
    public List<Reminder> of(Actor officer) {
        return jdbc.sql(
                        """
                        select m.id, m.audience, m.words, m.at, m.by_name, count(r.school_id) as sent, count(r.read_at) as read
                          from (select id, audience, words, at, by_name from notice.reminder
                                 where province_id = :province order by id desc limit 100) m
                          left join notice.recipient r on r.reminder_id = m.id
                         group by m.id, m.audience, m.words, m.at, m.by_name
                         order by m.id desc
                        """)
                .param("province", officer.unitId())
                .query(Reminders::read)
                .list();
    }

    /** What the school has not confirmed yet, the newest first; asked for on each of its pages. */
    List<Unread> unread(Actor school) {
        return jdbc.sql(
                        """
                        select m.id, m.words, m.at, m.by_name
                          from notice.recipient r
                          join notice.reminder m on m.id = r.reminder_id
                         where r.school_id = :school and r.read_at is null
                         order by m.id desc
                        """)
                .param("school", school.unitId())
                .query((row, n) ->
                        new Unread(
                                row.getLong("id"),
                                row.getString("words"),
                                instant(row, "at"),
                                row.getString("by_name")))
                .list();
    }

    /** 已阅: confirms one for the whole school; a second time changes nothing. */
    @Transactional
    public void confirm(Actor school, long id) {
        if (!school.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，请本校管理员点“已阅”。");
        }
        var known =
                jdbc.sql(
                                """
                                select read_at is null from notice.recipient
                                 where reminder_id = :id and school_id = :school and lies_in(school_path, :reach)
                                   for update
                                """)
                        .param("id", id)
                        .param("school", school.unitId())
                        .param("reach", school.reach().path())
                        .query(Boolean.class)
                        .optional()
                        .orElseThrow(Refusal::notFound);
        if (!known) {
            return;
        }
        jdbc.sql(
                        """
                        update notice.recipient set read_at = :at, read_by = :by
                         where reminder_id = :id and school_id = :school
                        """)
                .param("at", at(school.arrived()))
                .param("by", school.accountId())
                .param("id", id)
                .param("school", school.unitId())
                .update();
        events.publishEvent(Auditable.of(school, "已阅催报提醒", school.unitName(), school.path()));
    }

    static Reminder read(ResultSet row, int n) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                Audience.valueOf(row.getString("audience")),
                row.getString("words"),
                instant(row, "at"),
                row.getString("by_name"),
                row.getInt("sent"),
                row.getInt("read"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
