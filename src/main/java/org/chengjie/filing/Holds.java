package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds what a school's change of its form hangs on: the plan, the school's place and the form with
 * its rows, in that order, in one trip, since every save needs them. It is the first of the
 * transaction, and so tells the connection the thread's reach as well.
 */
@Repository
class Holds {

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Hold of(Actor school) {
        return jdbc.sql(
                        "select * from filing.hold(set_config('chengjie.reach', :reach, false), :path, :province, :school)")
                .param("reach", Wall.reach())
                .param("path", school.path())
                .param("province", school.reach().provinceId())
                .param("school", school.unitId())
                .query(Holds::read);
    }

    /** A line for each row of the form, all with the same head; one where it has none. */
    private static Hold read(ResultSet lines) throws SQLException {
        lines.next();
        return new Hold(
                lines.getLong("revision"),
                lines.getBoolean("stands"),
                FilingWindows.terms(lines, 0),
                lines.getLong("next_version"),
                lines.getObject("filing_id") == null ? null : FilingHeads.assemble(lines));
    }
}
