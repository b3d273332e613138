package org.chengjie.audit;

import java.time.ZoneOffset;
import org.chengjie.shared.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes each {@link Auditable} where it happened: no deed without its entry (spec X1). */
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
        var by = deed.by();
        jdbc.sql(
                        """
                        insert into audit.entry (at, account_id, actor, address, action, subject, subject_path, reason, changes)
                        values (:at, :account, :actor, :address, :action, :subject, :path, :reason, cast(:changes as jsonb))
                        """)
                .param("at", by.arrived().atOffset(ZoneOffset.UTC))
                .param("account", by.known() ? by.accountId() : null)
                .param(
                        "actor",
                        by.name().isBlank() ? by.userName() : by.userName() + " " + by.name())
                .param("address", by.address())
                .param("action", deed.action())
                .param("subject", deed.subject())
                .param("path", deed.path())
                .param("reason", deed.reason())
                .param("changes", json.writeValueAsString(deed.changes()))
                .update();
    }
}
