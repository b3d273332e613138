package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts that an administrator answers for: a province's for its schools, its cities and its
 * own officers, the ministry's for the provinces, a school's for its colleagues, but not for the
 * school's own account, which is the province's business. All others read as absent (spec X2).
 */
@Repository
class Charges {

    private static final String SELECT =
            """
            select a.id, a.user_name, a.role, a.disabled_at is not null as disabled, u.id as unit_id, u.name as unit_name, u.path
              from account.account a
              join organisation.unit u on u.id = a.unit_id
             where lies_in(u.path, :reach)
               and u.closed_at is null
               and (:tier = 'PROVINCE' and (u.tier in ('SCHOOL', 'CITY') or u.id = :unit)
                    or :tier = 'MINISTRY' and u.tier = 'PROVINCE' and a.main
                    or :tier = 'SCHOOL' and u.id = :unit and not a.main)
            """;

    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts of these ids, all of them. */
    List<Charge> of(Actor by, List<Long> accountIds) {
        return all(by, accountIds, SELECT + " and a.id = any(:ids) order by a.user_name");
    }

    /** The main accounts of these units, all of them. */
    List<Charge> ofUnits(Actor by, List<Long> unitIds) {
        return all(
                by, unitIds, SELECT + " and a.main and a.unit_id = any(:ids) order by a.user_name");
    }

    /** The same, held until the transaction ends. */
    List<Charge> hold(Actor by, List<Long> accountIds) {
        return all(by, accountIds, SELECT + " and a.id = any(:ids) order by a.id for update of a");
    }

    private List<Charge> all(Actor by, List<Long> ids, String sql) {
        var wanted = ids.stream().distinct().toList();
        var found =
                jdbc.sql(sql)
                        .param("reach", by.reach().path())
                        .param("tier", by.tier().name())
                        .param("unit", by.unitId())
                        .param("ids", wanted.toArray(Long[]::new))
                        .query(Charges::read)
                        .list();
        if (found.size() != wanted.size()) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static Charge read(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getLong("id"),
                row.getString("user_name"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("path"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("disabled"));
    }
}
