package org.chengjie.filing;

import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds what a school's change of its form hangs on: the plan, the school's place and the form, in
 * that order, in one trip, since every save needs them. It is the first of the transaction, and so
 * tells the connection the thread's reach as well.
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
                .query((row, n) ->
                        new Hold(
                                row.getLong("revision"),
                                row.getBoolean("stands"),
                                FilingWindows.terms(row, n),
                                row.getObject("filing_id", Long.class)))
                .single();
    }
}
