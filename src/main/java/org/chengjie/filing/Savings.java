package org.chengjie.filing;

import java.time.OffsetDateTime;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saved a form and when, folded as it is written: a form saves itself every few seconds. */
@Repository
public class Savings {

    private final JdbcClient jdbc;

    Savings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a save, on the form itself and in its run; the form is held by whoever calls. */
    void note(long filingId, Actor by) {
        jdbc.sql(
                        """
                        with noted as (
                            update filing.filing set saved_at = :at where id = :filing
                        ), extended as (
                            update filing.saving s
                               set last_at = greatest(s.last_at, :at), saves = s.saves + 1
                             where s.id = (select max(id) from filing.saving
                                            where filing_id = :filing and by_account = :by and day = :day)
                               and not exists (select from filing.move m where m.filing_id = :filing and m.at >= s.last_at)
                            returning s.id)
                        insert into filing.saving (filing_id, day, by_account, by_name, first_at, last_at)
                        select :filing, :day, :by, :name, :at, :at
                         where not exists (select from extended)
                        """)
                .param("filing", filingId)
                .param("day", ChinaTime.dayOf(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", Undertakings.sql(by.arrived()))
                .update();
    }

    /** The runs of a form's saves, the newest first. */
    public List<SavingRun> of(Filing filing, Reach reach) {
        return jdbc.sql(
                        """
                        select s.first_at, s.last_at, s.by_name, s.saves
                          from filing.saving s
                          join filing.filing f on f.id = s.filing_id
                         where s.filing_id = :filing and starts_with(f.school_path, :reach)
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
