package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengjie.filing.Verified.Validity;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was handed in with each submission, and the digest it is verified by (spec F12). Submissions
 * from before there were copies have none.
 */
@Repository
public class Copies {

    private record Head(
            Copy copy, boolean takenBack, @Nullable Instant later, @Nullable Instant back) {}

    private static final String HEAD =
            """
            select s.receipt_no, s.school_name, s.school_code, s.submitted_at, s.digest, f.submitted_at is null as taken_back,
                   (select min(n.submitted_at) from filing.submission n
                     where n.filing_id = s.filing_id
                       and (n.submitted_at, length(n.receipt_no), n.receipt_no)
                         > (s.submitted_at, length(s.receipt_no), s.receipt_no)) as later_at,
                   (select max(m.at) from filing.move m
                     where m.filing_id = s.filing_id and m.step in ('WITHDRAW', 'RELEASE')) as back_at
              from filing.submission s
              join filing.filing f on f.id = s.filing_id
            """;

    private final JdbcClient jdbc;

    Copies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what stands submitted with this receipt: of each row what was last handed in, for a row
     * that has been returned may be half mended.
     */
    void keep(String receiptNo, long filingId, Actor school) {
        var rows =
                jdbc.sql(
                                """
                                with kept as (
                                    insert into filing.submitted_row
                                           (receipt_no, item_id, wording_id, quantity, self_raised, industry, sponsor, local)
                                    select :receipt, u.item_id, w.wording_id, m.quantity, m.self_raised, m.industry, m.sponsor,
                                           m.local
                                      from filing.undertaking u
                                      join filing.item_wording w on w.item_id = u.item_id
                                      cross join lateral (select * from filing.move m
                                                           where m.undertaking_id = u.id and m.step = 'SUBMIT'
                                                           order by m.id desc limit 1) as m
                                     where u.filing_id = :filing and u.undertaken and u.stage <> 'DRAFT'
                                    returning *)
                                select w.task_no, w.no as item_no, w.title, w.unit, k.quantity, k.self_raised, k.industry, k.sponsor,
                                       k.local
                                  from kept k
                                  join filing.wording w on w.id = k.wording_id
                                 order by w.position
                                """)
                        .param("receipt", receiptNo)
                        .param("filing", filingId)
                        .query((row, n) -> row(row))
                        .list();
        var copy =
                new Copy(
                        receiptNo,
                        school.unitName(),
                        school.unitCode(),
                        school.arrived(),
                        rows,
                        "");
        jdbc.sql(
                        """
                        update filing.submission
                           set school_name = :name, school_code = :code, digest = :digest
                         where receipt_no = :receipt
                        """)
                .param("name", copy.schoolName())
                .param("code", copy.schoolCode())
                .param("digest", copy.computed())
                .param("receipt", receiptNo)
                .update();
    }

    /** The copy of the form's last submission, whether or not it has been taken back since. */
    public Optional<Copy> latest(Filing filing, Reach reach) {
        return jdbc.sql(
                        HEAD
                                + """
                                 where s.filing_id = :filing and s.digest is not null and lies_in(f.school_path, :reach)
                                 order by s.submitted_at desc, length(s.receipt_no) desc, s.receipt_no desc
                                 limit 1
                                """)
                .param("filing", filing.id())
                .param("reach", reach.path())
                .query(Copies::head)
                .optional()
                .map(Head::copy)
                .map(this::whole);
    }

    /** The receipts of a form, the newest first. */
    public List<Receipt> receipts(Filing filing, Reach reach) {
        return jdbc.sql(
                        """
                        select s.receipt_no, s.submitted_at
                          from filing.submission s
                          join filing.filing f on f.id = s.filing_id
                         where s.filing_id = :filing and lies_in(f.school_path, :reach)
                         order by s.submitted_at desc, length(s.receipt_no) desc, s.receipt_no desc
                        """)
                .param("filing", filing.id())
                .param("reach", reach.path())
                .query((row, n) ->
                        new Receipt(row.getString("receipt_no"), instant(row, "submitted_at")))
                .list();
    }

    /** All that was ever handed in of a form, submission by submission, the first ones first. */
    public List<HandedIn> handedIn(Filing filing, Reach reach) {
        return jdbc.sql(
                        """
                        select s.receipt_no, s.submitted_at, upper(left(coalesce(s.digest, ''), 16)) as code,
                               r.task_no, r.item_no, r.title, r.unit, r.quantity, r.self_raised, r.industry, r.sponsor, r.local
                          from filing.submission s
                          join filing.filing f on f.id = s.filing_id
                          join filing.handed_in r on r.receipt_no = s.receipt_no
                         where s.filing_id = :filing and lies_in(f.school_path, :reach)
                         order by s.submitted_at, length(s.receipt_no), s.receipt_no, r.position
                        """)
                .param("filing", filing.id())
                .param("reach", reach.path())
                .query((row, n) ->
                        new HandedIn(
                                row.getString("receipt_no"),
                                instant(row, "submitted_at"),
                                Copy.shown(row.getString("code")),
                                row(row)))
                .list();
    }

    /**
     * The copy that somebody holds, known by both its number and its code, so that nobody learns of
     * a submission by guessing numbers; empty where there is none, or what is kept no longer gives
     * the digest.
     */
    public Optional<Verified> verify(String typedNo, String typedCode) {
        var code = plain(typedCode).replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (code.length() != Copy.CODE_LENGTH) {
            return Optional.empty();
        }
        return jdbc.sql(HEAD + " where s.receipt_no = :no and left(s.digest, 16) = :code")
                .param("no", plain(typedNo))
                .param("code", code)
                .query(Copies::head)
                .optional()
                .map(head -> verified(head, whole(head.copy())))
                .filter(found -> found.copy().computed().equals(found.copy().digest()));
    }

    private static Verified verified(Head head, Copy copy) {
        if (head.later() != null) {
            return new Verified(copy, Validity.SUPERSEDED, head.later());
        }
        return head.takenBack()
                ? new Verified(copy, Validity.TAKEN_BACK, head.back())
                : new Verified(copy, Validity.CURRENT, null);
    }

    private Copy whole(Copy head) {
        return new Copy(
                head.receiptNo(),
                head.schoolName(),
                head.schoolCode(),
                head.at(),
                rows(head.receiptNo()),
                head.digest());
    }

    private List<Copy.Row> rows(String receiptNo) {
        return jdbc.sql(
                        """
                        select task_no, item_no, title, unit, quantity, self_raised, industry, sponsor, local
                          from filing.handed_in
                         where receipt_no = :receipt
                         order by position
                        """)
                .param("receipt", receiptNo)
                .query((row, n) -> row(row))
                .list();
    }

    private static Copy.Row row(ResultSet row) throws SQLException {
        return new Copy.Row(
                row.getInt("task_no"),
                row.getString("item_no"),
                row.getString("title"),
                row.getString("unit"),
                Undertakings.values(row));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var copy =
                new Copy(
                        row.getString("receipt_no"),
                        row.getString("school_name"),
                        row.getString("school_code"),
                        instant(row, "submitted_at"),
                        List.of(),
                        row.getString("digest"));
        return new Head(
                copy,
                row.getBoolean("taken_back"),
                instantOrNull(row, "later_at"),
                instantOrNull(row, "back_at"));
    }

    /** Full-width digits and letters mean the same. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
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
