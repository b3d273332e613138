package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.PlanHead;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was filed on the plans before: everybody reads their own, nobody changes it (spec C1). */
@Repository
public class PastFilings {

    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Plans plans;
    private final FilingWindows windows;
    private final FilingHeads heads;

    PastFilings(
            JdbcClient jdbc,
            Catalogue catalogue,
            Plans plans,
            FilingWindows windows,
            FilingHeads heads) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.plans = plans;
        this.windows = windows;
        this.heads = heads;
    }

    /** The plans that are history, the newest first. */
    public List<PlanHead> plans() {
        return catalogue.heads().stream().filter(PlanHead::closed).toList();
    }

    /** One of them; any other plan reads as absent. */
    public PlanHead plan(long planId) {
        var plan = catalogue.head(planId);
        if (!plan.closed()) {
            throw Refusal.notFound();
        }
        return plan;
    }

    /** A school's form as it stands for good. */
    public Form form(long planId, long schoolId, String schoolPath, Reach reach) {
        plan(planId);
        if (!reach.covers(schoolPath)) {
            throw Refusal.notFound();
        }
        var terms = windows.terms(planId, new Reach(schoolPath).provinceId(), schoolId);
        return new Form(
                plans.of(planId),
                terms.withheld(),
                terms.window(),
                heads.find(planId, schoolId, reach).orElse(null));
    }

    /** All schools within a reach that had saved anything. */
    public List<PastSchool> schools(long planId, Reach reach) {
        return jdbc.sql(
                        """
                        select school_id, school_path, code, name, city, submitted_at, receipt_no, rows, approved,
                               self_raised, industry, sponsor, local
                          from filing.past_school
                         where plan_id = :plan and lies_in(school_path, :reach)
                         order by code
                        """)
                .param("plan", planId)
                .param("reach", reach.path())
                .query(PastFilings::school)
                .list();
    }

    /** Hands each row within a reach to whoever it is given, a portion at a time. */
    @Transactional(readOnly = true)
    public void rows(long planId, Reach reach, Consumer<PastRow> to) {
        try (var rows =
                jdbc
                        .sql(
                                """
                                select code, name, city, item_no, title, unit, stage, quantity, self_raised, industry, sponsor, local
                                  from filing.past_row
                                 where plan_id = :plan and lies_in(school_path, :reach)
                                 order by code, position
                                """)
                        .param("plan", planId)
                        .param("reach", reach.path())
                        .withFetchSize(PORTION)
                        .query(PastFilings::row)
                        .stream()) {
            rows.forEach(to);
        }
    }

    private static PastSchool school(ResultSet row, int number) throws SQLException {
        var at = row.getObject("submitted_at", OffsetDateTime.class);
        return new PastSchool(
                row.getLong("school_id"),
                row.getString("school_path"),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                at == null ? null : at.toInstant(),
                Objects.toString(row.getString("receipt_no"), ""),
                row.getInt("rows"),
                row.getInt("approved"),
                new Funds(
                        new Amount(row.getLong("self_raised")),
                        new Amount(row.getLong("industry")),
                        new Amount(row.getLong("sponsor")),
                        new Amount(row.getLong("local"))));
    }

    private static PastRow row(ResultSet row, int number) throws SQLException {
        return new PastRow(
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getString("item_no"),
                row.getString("title"),
                row.getString("unit"),
                Stage.valueOf(row.getString("stage")),
                Undertakings.values(row));
    }
}
