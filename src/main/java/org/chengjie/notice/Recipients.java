package org.chengjie.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.chengjie.account.Contact;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom each reminder went to, and who of them has not confirmed it yet (spec R7). */
@Repository
public class Recipients {

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another province's reminder reads as absent (spec X2). */
    public Reminder reminder(Actor officer, long id) {
        return jdbc.sql(
                        """
                        select m.id, m.audience, m.words, m.at, m.by_name,
                               (select count(*) from notice.recipient r where r.reminder_id = m.id) as sent,
                               (select count(r.read_at) from notice.recipient r where r.reminder_id = m.id) as read
                          from notice.reminder m
                         where m.id = :id and m.province_id = :province
                        """)
                .param("id", id)
                .param("province", officer.unitId())
                .query(Reminders::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Those who have not confirmed it come first. */
    public List<Recipient> of(Actor officer, long reminder) {
        return jdbc.sql(
                        """
                        select school_id, code, name, city, contact_name, office_phone, mobile, read_at, submitted, closed
                          from notice.recipient_line
                         where reminder_id = :reminder and lies_in(school_path, :reach)
                         order by read_at nulls first, code
                        """)
                .param("reminder", reminder)
                .param("reach", officer.reach().path())
                .query((row, n) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Recipient(
                            row.getLong("school_id"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("city"),
                            new Contact(
                                    text(row.getString("contact_name")),
                                    text(row.getString("office_phone")),
                                    text(row.getString("mobile"))),
                            read == null ? null : read.toInstant(),
                            row.getBoolean("submitted"),
                            row.getBoolean("closed"));
                })
                .list();
    }

    /** Those worth asking again: neither confirmed nor submitted, and not closed. */
    public List<Long> owing(Actor officer, long reminder) {
        reminder(officer, reminder);
        return of(officer, reminder).stream()
                .filter(Recipient::owes)
                .map(Recipient::schoolId)
                .toList();
    }

    /** A school without an account has nobody to telephone yet. */
    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
