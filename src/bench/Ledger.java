import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Holds what was acknowledged against what is in the database, and the database against itself. */
final class Ledger implements AutoCloseable {

    private record Stored(long value) {}

    private final Connection connection;

    /** As the owner of the tables; the password is where psql looks for it, too. */
    Ledger(String address) throws SQLException {
        connection = DriverManager.getConnection(address, "app", System.getenv("PGPASSWORD"));
        try (var statement = connection.createStatement()) {
            statement.execute("set chengjie.reach = '/'");
        }
    }

    /** Before the first of the saves that count. */
    long lastEntry() throws SQLException {
        return number("select coalesce(max(id), 0) from audit.entry");
    }

    /** What is missing, or there though it should not be; empty where all is as it was acknowledged. */
    List<String> compare(List<Filer> filers, long sinceEntry) throws SQLException {
        var wrong = new ArrayList<String>();
        var rows = rows();
        var receipts = receipts();
        var standing = texts("select s.code, coalesce(f.receipt_no, '') from filing.filing f join organisation.unit s on s.id = f.school_id");
        var saved = numbers(
                "select a.user_name, count(*) from audit.entry e join account.account a on a.id = e.account_id where e.action = '保存' and e.id > "
                        + sinceEntry + " group by 1");
        for (var filer : filers) {
            for (var row : filer.rows) {
                var stored = rows.get(filer.code + " " + row.no);
                if (row.acknowledged != 0
                        && (stored == null || stored.value != row.acknowledged && !row.doubtful.contains(stored.value))) {
                    wrong.add(filer.code + " row " + row.no + ": acknowledged " + row.acknowledged + ", stored "
                            + (stored == null ? "nothing" : stored.value));
                }
            }
            for (var receipt : filer.receipts) {
                if (!filer.code.equals(receipts.get(receipt))) {
                    wrong.add(filer.code + ": receipt " + receipt + " is not stored");
                }
            }
            var now = standing.getOrDefault(filer.code, "");
            if (filer.standing == Filer.Standing.SUBMITTED && now.isEmpty()) {
                wrong.add(filer.code + ": acknowledged as submitted, stored as not");
            }
            if (filer.standing == Filer.Standing.SUBMITTED && !filer.receipt.isEmpty() && !filer.receipt.equals(now)) {
                wrong.add(filer.code + ": receipt " + filer.receipt + " stands, stored is " + now);
            }
            if (filer.standing == Filer.Standing.DRAFT && !now.isEmpty()) {
                wrong.add(filer.code + ": acknowledged as a draft, stored as submitted");
            }
            long entries = saved.getOrDefault(filer.code, 0L);
            if (entries < filer.saves || entries > filer.saves + filer.doubtfulSaves) {
                wrong.add(filer.code + ": " + filer.saves + " saves acknowledged, " + filer.doubtfulSaves + " without an answer, "
                        + entries + " in the trail");
            }
        }
        return wrong;
    }

    /** Forms written by halves, whoever wrote them. */
    List<String> halves() throws SQLException {
        var wrong = new ArrayList<String>();
        expectNone(wrong, "forms that stand submitted with a row that is not, or the other way round",
                """
                select count(*) from filing.filing f
                 where exists (select from filing.undertaking u
                                where u.filing_id = f.id and u.undertaken and (u.stage = 'DRAFT') = (f.submitted_at is not null))
                """);
        expectNone(wrong, "submissions whose rows and amounts are not those that moved then",
                """
                select count(*) from filing.submission s
                 cross join lateral (
                       select count(*) as rows, sum(m.self_raised + m.industry + m.sponsor + m.local) as total
                         from filing.move m
                        where m.filing_id = s.filing_id and m.step = 'SUBMIT' and m.at = s.submitted_at) as moved
                 where (s.rows, s.total) is distinct from (moved.rows, moved.total)
                """);
        expectNone(wrong, "entries of the trail that have neither a link nor wait for one",
                """
                select count(*) from audit.entry e
                 where not exists (select from audit.link l where l.entry_id = e.id)
                   and not exists (select from audit.pending p where p.entry_id = e.id)
                """);
        return wrong;
    }

    /** Forms of which all rows are always saved together, and yet do not have one value. */
    List<String> torn(List<Filer> whole) throws SQLException {
        var wrong = new ArrayList<String>();
        var rows = rows();
        for (var filer : whole) {
            var values = new HashSet<Long>();
            for (var row : filer.rows) {
                if (row.acknowledged != 0) {
                    values.add(rows.get(filer.code + " " + row.no).value);
                }
            }
            if (values.size() > 1) {
                wrong.add(filer.code + ": half a form, " + values);
            }
        }
        return wrong;
    }

    /** Whatever schools have written at or after this moment. */
    List<String> after(Instant end) throws SQLException {
        var wrong = new ArrayList<String>();
        var at = "'" + end.atOffset(ZoneOffset.UTC) + "'::timestamptz";
        expectNone(wrong, "rows changed after the end", "select count(*) from filing.undertaking where changed_at >= " + at);
        expectNone(wrong, "forms saved after the end", "select count(*) from filing.filing where saved_at >= " + at);
        expectNone(wrong, "runs of saves that go on after the end", "select count(*) from filing.saving where last_at >= " + at);
        expectNone(wrong, "forms submitted after the end", "select count(*) from filing.submission where submitted_at >= " + at);
        expectNone(wrong, "moves after the end", "select count(*) from filing.move where at >= " + at);
        expectNone(wrong, "saves and submits in the trail after the end",
                "select count(*) from audit.entry where action in ('保存', '提交', '继续修改') and at >= " + at);
        return wrong;
    }

    private void expectNone(List<String> wrong, String what, String count) throws SQLException {
        long found = number(count);
        if (found != 0) {
            wrong.add(found + " " + what);
        }
    }

    private Map<String, Stored> rows() throws SQLException {
        var rows = new HashMap<String, Stored>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        select s.code || ' ' || i.no, u.self_raised / 10000
                          from filing.undertaking u
                          join filing.filing f on f.id = u.filing_id
                          join organisation.unit s on s.id = f.school_id
                          join plan.item i on i.id = u.item_id
                        """)) {
            while (row.next()) {
                rows.put(row.getString(1), new Stored(row.getLong(2)));
            }
        }
        return rows;
    }

    private Map<String, String> receipts() throws SQLException {
        return texts(
                "select s.receipt_no, u.code from filing.submission s join filing.filing f on f.id = s.filing_id join organisation.unit u on u.id = f.school_id");
    }

    private Map<String, String> texts(String sql) throws SQLException {
        var found = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }

    private Map<String, Long> numbers(String sql) throws SQLException {
        var found = new HashMap<String, Long>();
        texts(sql).forEach((name, count) -> found.put(name, Long.parseLong(count)));
        return found;
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
