package org.chengjie.review;

import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.filing.Decisions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 常用意见: reasons that an officer keeps for the next time; each has their own (spec R2). */
@Repository
public class Phrases {

    /** More than one can choose from is no help. */
    private static final int MOST = 50;

    /** A kept reason. */
    public record Phrase(long id, String words) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Phrases(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Those used most come first. */
    public List<Phrase> of(Actor officer) {
        return jdbc.sql(
                        """
                        select id, words from review.phrase
                         where account_id = :account
                         order by used desc, used_at desc
                         limit :most
                        """)
                .param("account", officer.accountId())
                .param("most", MOST)
                .query((row, n) -> new Phrase(row.getLong("id"), row.getString("words")))
                .list();
    }

    /** Keeps a reason; one that is kept already stays as it is. */
    @Transactional
    public void keep(Actor officer, String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("还没有写意见。");
        }
        if (words.length() > Decisions.LONGEST_REASON) {
            throw Refusal.invalid(
                    "意见最多 " + Decisions.LONGEST_REASON + " 字，现在是 " + words.length() + " 字。");
        }
        int kept =
                jdbc.sql(
                                """
                                insert into review.phrase (account_id, words, used, used_at)
                                values (:account, :words, 0, :at)
                                on conflict (account_id, words) do nothing
                                """)
                        .param("account", officer.accountId())
                        .param("words", words)
                        .param("at", officer.arrived().atOffset(ZoneOffset.UTC))
                        .update();
        if (kept > 0) {
            tell(officer, "增加常用意见", new Change("常用意见", "", words));
        }
    }

    /**
     * Notes that a reason was given: one that is kept comes further up.
     *
     * @param keep whether it is to be kept from now on
     */
    @Transactional
    public void used(Actor officer, String reason, boolean keep) {
        if (reason.isBlank()) {
            return;
        }
        if (keep) {
            keep(officer, reason);
        }
        jdbc.sql(
                        """
                        update review.phrase set used = used + 1, used_at = :at
                         where account_id = :account and words = :words
                        """)
                .param("account", officer.accountId())
                .param("words", reason.strip())
                .param("at", officer.arrived().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void forget(Actor officer, long id) {
        jdbc.sql(
                        """
                        delete from review.phrase where account_id = :account and id = :id
                        returning words
                        """)
                .param("account", officer.accountId())
                .param("id", id)
                .query((row, n) -> row.getString("words"))
                .optional()
                .ifPresent(words -> tell(officer, "删除常用意见", new Change("常用意见", words, "")));
    }

    private void tell(Actor officer, String action, Change change) {
        events.publishEvent(
                new Auditable(
                        officer, action, officer.unitName(), officer.path(), "", List.of(change)));
    }
}
