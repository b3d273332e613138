package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units within a reach and their accounts; closed units are left out (spec A3, A5, P1). */
@Repository
public class UnitAccounts {

    private static final String SELECT =
            """
            select unit_id, code, name, kind, city, path, account_id, user_name, last_signed_in_at, state
              from account.unit_account
             where tier = :tier and lies_in(path, :reach)
            """;

    private static final String FITS =
            """
             and (:words = '' or position(:words in name) > 0 or starts_with(code, :words) or position(:words in city) > 0)
            """;

    private final JdbcClient jdbc;

    UnitAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a tier, in the order of their codes. */
    public List<UnitAccount> all(Tier tier, Reach reach) {
        return jdbc.sql(SELECT + " order by code")
                .param("tier", tier.name())
                .param("reach", reach.path())
                .query(UnitAccounts::read)
                .list();
    }

    /**
     * The schools after a code, as many as asked for at most.
     *
     * @param state null for all states
     * @param words part of a name, a code or a city; empty for all
     */
    public List<UnitAccount> schools(
            Reach reach, @Nullable AccountState state, String words, String after, int most) {
        return jdbc.sql(
                        SELECT
                                + FITS
                                + " and (:state = '' or state = :state) and code > :after order by code limit :most")
                .param("tier", Tier.SCHOOL.name())
                .param("reach", reach.path())
                .param("state", state == null ? "" : state.name())
                .param("words", words)
                .param("after", after)
                .param("most", most)
                .query(UnitAccounts::read)
                .list();
    }

    /** These schools; what is out of reach reads as absent. */
    public List<UnitAccount> schools(Reach reach, List<Long> unitIds) {
        return jdbc.sql(SELECT + " and unit_id = any(:units) order by code")
                .param("tier", Tier.SCHOOL.name())
                .param("reach", reach.path())
                .param("units", unitIds.toArray(Long[]::new))
                .query(UnitAccounts::read)
                .list();
    }

    /** How many schools are in each state. */
    public Map<AccountState, Integer> counts(Reach reach, String words) {
        var counts = new EnumMap<AccountState, Integer>(AccountState.class);
        jdbc.sql(
                        """
                        select state, count(*) as schools
                          from account.unit_account
                         where tier = 'SCHOOL' and lies_in(path, :reach)
                        """
                                + FITS
                                + " group by state")
                .param("reach", reach.path())
                .param("words", words)
                .query(row -> {
                    counts.put(AccountState.valueOf(row.getString("state")), row.getInt("schools"));
                });
        return counts;
    }

    private static UnitAccount read(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var signedIn = row.getObject("last_signed_in_at", OffsetDateTime.class);
        return new UnitAccount(
                row.getLong("unit_id"),
                row.getString("code"),
                row.getString("name"),
                kind == null ? null : Kind.valueOf(kind),
                row.getString("city"),
                row.getString("path"),
                row.getObject("account_id", Long.class),
                row.getString("user_name"),
                signedIn == null ? null : signedIn.toInstant(),
                AccountState.valueOf(row.getString("state")));
    }
}
