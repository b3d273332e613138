package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chengjie.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages that have a school's form open: each tells of itself, and is told the others (F7). */
@Repository
public class Presences {

    /** Pages tell of themselves every twenty seconds; one that misses two is taken for gone. */
    private static final Duration GONE = Duration.ofSeconds(50);

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells of a page, forgets those that are gone, and answers the others, in one statement. */
    public List<Present> tell(Actor school, UUID page, String itemNo) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from filing.presence where school_id = :school and seen_at < :gone and page <> :page
                        ), told as (
                            insert into filing.presence as p (page, school_id, account_id, name, item_no, seen_at)
                            values (:page, :school, :account, :name, :item, :at)
                            on conflict (page) do update set item_no = excluded.item_no, seen_at = excluded.seen_at
                             where p.account_id = excluded.account_id
                        )
                        select distinct on (self, account_id) name, item_no, account_id = :account as self
                          from filing.presence
                         where school_id = :school and seen_at >= :gone and page <> :page
                         order by self, account_id, seen_at desc
                         limit 5
                        """)
                .param("school", school.unitId())
                .param("page", page)
                .param("account", school.accountId())
                .param("name", school.name())
                .param("item", itemNo)
                .param("at", Undertakings.sql(school.arrived()))
                .param("gone", Undertakings.sql(school.arrived().minus(GONE)))
                .query(Presences::read)
                .list();
    }

    /** Forgets a page that is being left. */
    public void leave(Actor school, UUID page) {
        jdbc.sql("delete from filing.presence where page = :page and account_id = :account")
                .param("page", page)
                .param("account", school.accountId())
                .update();
    }

    private static Present read(ResultSet row, int number) throws SQLException {
        return new Present(row.getString("name"), row.getString("item_no"), row.getBoolean("self"));
    }
}
