package org.chengjie.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The conditions of a query and the values they name; the SQL is ours, the values are the user's.
 */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Out of reach reads the same as absent (spec X2). */
    Where(Reach reach) {
        this("path", reach);
    }

    private Where(String path, Reach reach) {
        and("lies_in(" + path + ", :reach)", "reach", reach.path());
    }

    /**
     * Of {@code review.row}, school by school: a condition on the row's own place as well would
     * have the planner, who knows nothing of their being the same, expect next to no rows.
     */
    static Where ofRows(Reach reach) {
        return new Where("school_place", reach);
    }

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    Where and(String condition, String name, Object value) {
        return and(condition).value(name, value);
    }

    Where value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Where a school lies; 省直 is where no city is known, as the desk counts it. */
    Where inCity(String city) {
        return and("coalesce(nullif(city, ''), '省直') = :city", "city", city);
    }

    String sql() {
        return " where " + String.join("\n   and ", conditions);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }
}
