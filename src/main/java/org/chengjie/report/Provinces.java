package org.chengjie.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The 32 provinces with where they stand, in one query. */
@Repository
public class Provinces {

    private final JdbcClient jdbc;

    Provinces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ProvinceLine> all() {
        return jdbc.sql(
                        """
                        select code, name, opens, closes, schools, started, submitted, decided, rows,
                               self_raised, industry, sponsor, local, approved
                          from report.province
                         order by code
                        """)
                .query(Provinces::read)
                .list();
    }

    private static ProvinceLine read(ResultSet row, int number) throws SQLException {
        return new ProvinceLine(
                row.getString("code"),
                row.getString("name"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getInt("schools"),
                row.getInt("started"),
                row.getInt("submitted"),
                row.getInt("decided"),
                row.getLong("rows"),
                new Funds(
                        new Amount(row.getLong("self_raised")),
                        new Amount(row.getLong("industry")),
                        new Amount(row.getLong("sponsor")),
                        new Amount(row.getLong("local"))),
                new Amount(row.getLong("approved")));
    }
}
