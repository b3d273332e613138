package org.chengjie.filing;

import java.time.OffsetDateTime;
import java.util.List;
import org.chengjie.database.AtCommit;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saved a form and when, folded as it is written: a form saves itself every few seconds. */
@Repository
public class Savings {

    private final JdbcClient jdbc;
    private final AtCommit atCommit;

    Savings(JdbcClient jdbc, AtCommit atCommit) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
    }

    /** Notes a save, on the form itself and in its run; the form is held by whoever calls. */
    void note(long filingId, Actor by) {
        atCommit.write(
                "select filing.note_save(?, ?, ?, ?, ?, ?)",
                filingId,
                by.path(),
                Undertakings.sql(by.arrived()),
                ChinaTime.dayOf(by.arrived()),
                by.accountId(),
                by.name());
    }

    /** The runs of a form's saves, the newest first. */
    public List<SavingRun> of(Filing filing, Reach reach) {
        return jdbc.sql(
                        """
                        select s.first_at, s.last_at, s.by_name, s.saves
                          from filing.saving s
                         where s.filing_id = :filing and lies_in(s.school_path, :reach)
                         order by s.last_at desc, s.id desc
                        """)
                .param("filing", filing.id())
                .param("reach", reach.path())
                .query((row, n) ->
                        new SavingRun(
                                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                                row.getString("by_name"),
                                row.getInt("saves")))
                .list();
    }
}
