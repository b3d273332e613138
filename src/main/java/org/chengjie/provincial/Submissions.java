package org.chengjie.provincial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provinces' submissions, each with its frozen lines. */
@Repository
class Submissions {

    private record Frozen(long submissionId, SubmissionLine line) {}

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a plan within a reach, the newest first: two queries however many there are. */
    List<ProvincialSubmission> of(Plan plan, Reach reach) {
        var lines = lines(plan, reach);
        return jdbc.sql(
                        """
                        select id, province_id, province_path, province_name, receipt_no, submitted_at, submitted_name, schools,
                               returned_at, returned_name, return_reason, accepted_at, accepted_name
                          from provincial.submission
                         where plan_id = :plan and lies_in(province_path, :reach)
                         order by id desc
                        """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query((row, n) -> submission(row, lines))
                .list();
    }

    Optional<Latest> latest(Reach province) {
        return jdbc.sql(
                        """
                        select receipt_no, submitted_at, returned_at, return_reason, accepted_at, published_at
                          from provincial.latest
                         where province_id = :province and lies_in(province_path, :reach)
                        """)
                .param("province", province.provinceId())
                .param("reach", province.path())
                .query((row, n) ->
                        new Latest(
                                row.getString("receipt_no"),
                                instant(row, "submitted_at"),
                                instantOrNull(row, "accepted_at") != null,
                                instantOrNull(row, "published_at") != null,
                                instantOrNull(row, "returned_at"),
                                row.getString("return_reason")))
                .optional();
    }

    /** Stores the figures under a receipt numbered by province, day and turn; answers it. */
    String add(Plan plan, Actor by, String day, RollUp rollUp) {
        var receipt = addHead(plan, by, day, rollUp);
        // Not in the same statement: the lines' policy looks for the submission, and must find it.
        jdbc.sql(
                        """
                        insert into provincial.submission_line (submission_id, item_id, schools, school_quantity, self_raised,
                                    industry, sponsor, local, own, own_quantity, own_bodies, provincial)
                        select s.id, l.*
                          from provincial.submission s,
                               unnest(:items::bigint[], :schools::int[], :quantities::bigint[], :selfRaised::bigint[],
                                      :industry::bigint[], :sponsor::bigint[], :local::bigint[], :own::boolean[],
                                      :ownQuantities::bigint[], :ownBodies::text[], :provincial::bigint[]) as l
                         where s.receipt_no = :receipt and lies_in(s.province_path, :path)
                        """)
                .param("receipt", receipt)
                .param("path", by.path())
                .params(SubmissionLine.columns(rollUp.lines()))
                .update();
        return receipt;
    }

    private String addHead(Plan plan, Actor by, String day, RollUp rollUp) {
        return jdbc.sql(
                        """
                        insert into provincial.submission (plan_id, province_id, province_path, province_name, receipt_no,
                                                           schools, submitted_at, submitted_by, submitted_name)
                        select :plan, :province, :path, :provinceName,
                               :prefix || lpad(turn, greatest(4, length(turn)), '0'), :allSchools, :at, :by, :name
                          from (select nextval('provincial.receipt')::text) as t (turn)
                        returning receipt_no
                        """)
                .param("plan", plan.id())
                .param("province", by.unitId())
                .param("path", by.path())
                .param("provinceName", by.unitName())
                .param("prefix", by.unitCode().substring(0, 2) + "-P-" + day + "-")
                .param("allSchools", rollUp.schools())
                .param("at", OwnRows.sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .query(String.class)
                .single();
    }

    /** Marks a submission as returned if it still waits; answers whether it did. */
    boolean giveBack(long id, Actor by, String reason) {
        return jdbc.sql(
                                """
                                update provincial.submission
                                   set returned_at = :at, returned_by = :by, returned_name = :name, return_reason = :reason
                                 where id = :id and lies_in(province_path, :reach) and returned_at is null
                                   and accepted_at is null
                                """)
                        .param("id", id)
                        .param("at", OwnRows.sql(by.arrived()))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reason", reason)
                        .param("reach", by.path())
                        .update()
                > 0;
    }

    /** Marks a submission as accepted if it still waits; answers whether it did. */
    boolean accept(long id, Actor by) {
        return jdbc.sql(
                                """
                                update provincial.submission
                                   set accepted_at = :at, accepted_by = :by, accepted_name = :name
                                 where id = :id and lies_in(province_path, :reach) and returned_at is null
                                   and accepted_at is null
                                """)
                        .param("id", id)
                        .param("at", OwnRows.sql(by.arrived()))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reach", by.path())
                        .update()
                > 0;
    }

    /** Lets an accepted submission wait again; answers whether it was accepted. */
    boolean reconsider(long id, Reach reach) {
        return jdbc.sql(
                                """
                                update provincial.submission
                                   set accepted_at = null, accepted_by = null, accepted_name = ''
                                 where id = :id and lies_in(province_path, :reach) and accepted_at is not null
                                """)
                        .param("id", id)
                        .param("reach", reach.path())
                        .update()
                > 0;
    }

    /** By submission, each in the plan's order. */
    private Map<Long, List<SubmissionLine>> lines(Plan plan, Reach reach) {
        var items = plan.items();
        var byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return jdbc
                .sql(
                        """
                        select l.submission_id, l.item_id, l.schools, l.school_quantity, l.own, l.own_quantity, l.own_bodies,
                               l.self_raised, l.industry, l.sponsor, l.local, l.provincial
                          from provincial.submission_line l
                          join provincial.submission s on s.id = l.submission_id
                         where s.plan_id = :plan and lies_in(s.province_path, :reach)
                        """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query((row, n) ->
                        new Frozen(
                                row.getLong("submission_id"),
                                SubmissionLine.read(
                                        row,
                                        Objects.requireNonNull(byId.get(row.getLong("item_id"))))))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(frozen -> items.indexOf(frozen.line().item())))
                .collect(
                        Collectors.groupingBy(
                                Frozen::submissionId,
                                Collectors.mapping(Frozen::line, Collectors.toList())));
    }

    private static ProvincialSubmission submission(
            ResultSet row, Map<Long, List<SubmissionLine>> lines) throws SQLException {
        var returnedAt = instantOrNull(row, "returned_at");
        var acceptedAt = instantOrNull(row, "accepted_at");
        return new ProvincialSubmission(
                row.getLong("id"),
                row.getLong("province_id"),
                row.getString("province_path"),
                row.getString("province_name"),
                row.getString("receipt_no"),
                instant(row, "submitted_at"),
                row.getString("submitted_name"),
                returnedAt == null
                        ? null
                        : new ProvincialSubmission.Returned(
                                returnedAt,
                                row.getString("returned_name"),
                                row.getString("return_reason")),
                acceptedAt == null
                        ? null
                        : new ProvincialSubmission.Accepted(
                                acceptedAt, row.getString("accepted_name")),
                new RollUp(
                        lines.getOrDefault(row.getLong("id"), List.of()), row.getInt("schools")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
