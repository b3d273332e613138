package org.chengjie.filing;

import static org.chengjie.filing.Undertakings.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.plan.Undertaker;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 负责人 of a school's items: written one by one, at any time while the school is open, apart from the
 * form and its window. Nobody but the school's own people reads them (spec X2).
 */
@Repository
public class Notes {

    /** What becomes of a text. */
    public sealed interface Outcome {

        /** It stands. */
        record Kept(Note note) implements Outcome {}

        /** Somebody else has written another one meanwhile, which stands (spec F7). */
        record Clash(Note theirs) implements Outcome {}
    }

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Units units;
    private final ApplicationEventPublisher events;

    Notes(JdbcClient jdbc, Plans plans, Units units, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.units = units;
        this.events = events;
    }

    /** Those of the reader's own school, by item; whoever is of another tier has none. */
    public Map<Long, Note> of(Actor reader) {
        var notes = new HashMap<Long, Note>();
        jdbc.sql(SELECT)
                .param("plan", plans.current().id())
                .param("school", reader.unitId())
                .param("reach", reader.path())
                .query(row -> {
                    notes.put(row.getLong("item_id"), read(row, 0));
                });
        return notes;
    }

    public Note of(Actor reader, Item item) {
        return find(reader, item).orElse(Note.NONE);
    }

    /** The item of a number; one that no school can undertake reads as absent. */
    public Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no) && item.undertakenBy() == Undertaker.SCHOOL)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Writes who is in charge of an item.
     *
     * @param madeFrom the version that was on the screen when it was typed
     */
    @Transactional
    public Outcome write(Actor by, Item item, String typed, long madeFrom) {
        if (by.tier() != Tier.SCHOOL || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能写负责人。");
        }
        var text = Note.tidy(typed);
        int length = text.codePointCount(0, text.length());
        if (length > Note.LONGEST) {
            throw Refusal.invalid("负责人最多 " + Note.LONGEST + " 字，现在是 " + length + " 字。");
        }
        units.stay(by.unitId(), by.path());
        var stored = of(by, item);
        if (stored.text().equals(text)) {
            return new Outcome.Kept(stored);
        }
        if (stored.version() != madeFrom || !put(by, item, text, madeFrom)) {
            return judge(of(by, item), text);
        }
        events.publishEvent(
                new Auditable(
                        by,
                        "写负责人",
                        by.unitName(),
                        by.path(),
                        "",
                        List.of(new Change(item.no() + " 负责人", stored.text(), text))));
        return new Outcome.Kept(of(by, item));
    }

    /** Two who write the same agree. */
    private static Outcome judge(Note theirs, String text) {
        return theirs.text().equals(text) ? new Outcome.Kept(theirs) : new Outcome.Clash(theirs);
    }

    private boolean put(Actor by, Item item, String text, long madeFrom) {
        return jdbc.sql(
                                """
                                insert into filing.note as n
                                       (plan_id, school_id, school_path, item_id, text, version, changed_by, changed_name, changed_at)
                                values (:plan, :school, :path, :item, :text, nextval('filing.version'), :by, :name, :at)
                                on conflict (plan_id, school_id, item_id) do update
                                   set text = excluded.text, version = excluded.version, changed_by = excluded.changed_by,
                                       changed_name = excluded.changed_name, changed_at = excluded.changed_at
                                 where n.version = :version
                                """)
                        .param("plan", plans.current().id())
                        .param("school", by.unitId())
                        .param("path", by.path())
                        .param("item", item.id())
                        .param("text", text)
                        .param("version", madeFrom)
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("at", sql(by.arrived()))
                        .update()
                > 0;
    }

    private Optional<Note> find(Actor reader, Item item) {
        return jdbc.sql(SELECT + " and item_id = :item")
                .param("plan", plans.current().id())
                .param("school", reader.unitId())
                .param("reach", reader.path())
                .param("item", item.id())
                .query(Notes::read)
                .optional();
    }

    private static final String SELECT =
            """
            select item_id, text, version, changed_name, changed_at from filing.note
             where plan_id = :plan and school_id = :school and lies_in(school_path, :reach)
            """;

    private static Note read(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getString("text"),
                row.getLong("version"),
                row.getString("changed_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
