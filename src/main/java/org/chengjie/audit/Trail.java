package org.chengjie.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chengjie.database.AtCommit;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Deeds;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each {@link Auditable} where it happened, and many of them in one statement: no deed
 * without its entry (spec X1). The {@link Sealer} then hangs it on its chain.
 */
@Component
class Trail {

    private final AtCommit atCommit;
    private final JsonMapper json;

    Trail(AtCommit atCommit, JsonMapper json) {
        this.atCommit = atCommit;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Auditable deed) {
        write(List.of(deed));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Deeds deeds) {
        write(deeds.all());
    }

    /**
     * With the commit, which is the last that can fail: an entry is never there without its deed
     * either. Draws the ids itself: not everybody may read the entry that tells of them.
     */
    private void write(List<Auditable> deeds) {
        atCommit.write(
                """
                with told as materialized (
                    select nextval('audit.entry_id_seq') as id, t.*
                      from unnest(?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                           with ordinality as t (at, account, actor, address, action, subject, path, reason, changes, turn)
                     order by turn
                ), kept as (
                    insert into audit.entry (id, at, account_id, actor, address, action, subject, subject_path, reason, changes)
                    overriding system value
                    select id, at, account, actor, address, action, subject, path, reason, cast(changes as jsonb) from told)
                insert into audit.pending (entry_id) select id from told
                """,
                of(deeds, d -> d.by().arrived().atOffset(ZoneOffset.UTC).toString()),
                column(deeds, d -> account(d.by()), Long[]::new),
                of(deeds, d -> actor(d.by())),
                of(deeds, d -> d.by().address()),
                of(deeds, Auditable::action),
                of(deeds, Auditable::subject),
                of(deeds, Auditable::path),
                of(deeds, Auditable::reason),
                of(deeds, d -> json.writeValueAsString(d.changes())));
    }

    private static @Nullable Long account(Actor by) {
        return by.known() ? by.accountId() : null;
    }

    private static String actor(Actor by) {
        return by.name().isBlank() ? by.userName() : by.userName() + " " + by.name();
    }

    private static String[] of(List<Auditable> deeds, Function<Auditable, String> field) {
        return deeds.stream().map(field).toArray(String[]::new);
    }

    private static <V extends @Nullable Object> V[] column(
            List<Auditable> deeds, Function<Auditable, V> field, IntFunction<V[]> array) {
        return deeds.stream().map(field).toArray(array);
    }
}
