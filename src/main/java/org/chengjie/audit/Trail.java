package org.chengjie.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Deeds;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Trail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
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

    private void write(List<Auditable> deeds) {
        jdbc.sql(
                        """
                        with told as (
                            insert into audit.entry (at, account_id, actor, address, action, subject, subject_path, reason, changes)
                            select at, account, actor, address, action, subject, path, reason, cast(changes as jsonb)
                              from unnest(:ats::timestamptz[], :accounts::bigint[], :actors::text[], :addresses::text[],
                                          :actions::text[], :subjects::text[], :paths::text[], :reasons::text[], :changes::text[])
                                   with ordinality as t (at, account, actor, address, action, subject, path, reason, changes, turn)
                             order by turn
                            returning id)
                        insert into audit.pending (entry_id) select id from told
                        """)
                .param("ats", of(deeds, d -> d.by().arrived().atOffset(ZoneOffset.UTC).toString()))
                .param("accounts", column(deeds, d -> account(d.by()), Long[]::new))
                .param("actors", of(deeds, d -> actor(d.by())))
                .param("addresses", of(deeds, d -> d.by().address()))
                .param("actions", of(deeds, Auditable::action))
                .param("subjects", of(deeds, Auditable::subject))
                .param("paths", of(deeds, Auditable::path))
                .param("reasons", of(deeds, Auditable::reason))
                .param("changes", of(deeds, d -> json.writeValueAsString(d.changes())))
                .update();
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
