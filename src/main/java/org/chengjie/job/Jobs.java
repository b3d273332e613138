package org.chengjie.job;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Rush;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Long work, asked for and found again by the unit that asked (spec X5). */
@Repository
public class Jobs {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String FETCHED = "这个文件只能下载一次，已经下载过，或放了一天已自动删除。没有存好的，请重新办理。";

    private static final String SELECT =
            """
            select id, title, back, by ->> 'name' as by_name, state, stop_asked, done, total, words, report_heading, report,
                   case when not file_once or (by ->> 'accountId')::bigint = :account then file_name end as file_name,
                   file_once, file_once and file is null and (by ->> 'accountId')::bigint = :account as fetched,
                   asked_at, finished_at
              from job.job
             where unit_id = :unit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Rush rush;
    private final TransactionTemplate apart;

    Jobs(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            Rush rush,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.rush = rush;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Asks for work of a kind; it begins when the transaction has ended.
     *
     * @param title what it does, for the list
     * @param back the page to go back to
     * @param input what the {@link Work} needs, as a record
     */
    public long ask(Actor by, String kind, String title, String back, Object input) {
        return jdbc.sql(
                        """
                        insert into job.job (kind, title, back, by, unit_id, input, asked_at)
                        values (:kind, :title, :back, cast(:by as jsonb), :unit, cast(:input as jsonb), :at)
                        returning id
                        """)
                .param("kind", kind)
                .param("title", title)
                .param("back", back)
                .param("by", json.writeValueAsString(by))
                .param("unit", by.unitId())
                .param("input", json.writeValueAsString(input))
                .param("at", at(by.arrived()))
                .query(Long.class)
                .single();
    }

    /** Another unit's work reads as absent (spec X2). */
    public Job find(Actor reader, long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("unit", reader.unitId())
                .param("account", reader.accountId())
                .param("id", id)
                .query(Jobs::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The unit's last hundred, the newest first. */
    public List<Job> of(Actor reader) {
        return jdbc.sql(SELECT + " order by id desc limit 100")
                .param("unit", reader.unitId())
                .param("account", reader.accountId())
                .query(Jobs::read)
                .list();
    }

    public int unfinished(Actor reader) {
        return jdbc.sql(
                        """
                        select count(*) from job.job
                         where unit_id = :unit and state in ('WAITING', 'RUNNING')
                        """)
                .param("unit", reader.unitId())
                .query(Integer.class)
                .single();
    }

    /**
     * The file of a job. One that may be fetched once is gone with this, and is there for none but
     * whoever asked for it: it holds secrets. Who asks again is told so.
     */
    public JobFile fetch(Actor reader, long id) {
        return jdbc.sql(
                        """
                        with wanted as (
                            select id, file_name, octet_length(file) as length, case when file_once then file end as whole, file_once
                              from job.job
                             where unit_id = :unit and id = :id and file is not null
                               and (not file_once or (by ->> 'accountId')::bigint = :account)
                               for update
                        ), gone as (
                            update job.job j set file = null, file_name = null
                              from wanted w where w.id = j.id and w.file_once)
                        select file_name, length, whole from wanted
                        """)
                .param("unit", reader.unitId())
                .param("account", reader.accountId())
                .param("id", id)
                .query((row, n) -> {
                    var whole = row.getBytes("whole");
                    long length = row.getLong("length");
                    return new JobFile(
                            row.getString("file_name"),
                            length,
                            whole == null
                                    ? () -> new Slices(length, from -> slice(reader, id, from))
                                    : new ByteArrayResource(whole));
                })
                .optional()
                .orElseThrow(() ->
                        find(reader, id).fetched()
                                ? Refusal.conflict(FETCHED)
                                : Refusal.notFound());
    }

    private Optional<byte[]> slice(Actor reader, long id, long from) {
        return jdbc.sql(
                        """
                        select substring(file from :from for :size) from job.job
                         where unit_id = :unit and id = :id and file is not null
                        """)
                .param("unit", reader.unitId())
                .param("id", id)
                .param("from", Math.toIntExact(from) + 1)
                .param("size", Slices.SIZE)
                .query(byte[].class)
                .optional();
    }

    /** Asks it to end at its next step; what is done by then stays done. */
    public void stop(Actor by, long id) {
        if (!by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能停止办理。");
        }
        int asked =
                jdbc.sql("update job.job set stop_asked = true where unit_id = :unit and id = :id")
                        .param("unit", by.unitId())
                        .param("id", id)
                        .update();
        if (asked == 0) {
            throw Refusal.notFound();
        }
    }

    /** Units take turns: who asks for forty things at once does not keep the others waiting. */
    List<Long> unfinished() {
        return jdbc.sql(
                        """
                        select id from job.job where state in ('WAITING', 'RUNNING')
                         order by row_number() over (partition by unit_id order by id), id
                        """)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The job to be run, marked as running; nothing where it has been finished meanwhile. */
    Optional<Taken> take(long id) {
        return jdbc.sql(
                        """
                        update job.job set state = 'RUNNING', done = 0
                         where id = :id and state in ('WAITING', 'RUNNING')
                        returning kind, by::text, input::text
                        """)
                .param("id", id)
                .query((row, n) ->
                        new Taken(
                                row.getString("kind"),
                                new Progress(
                                        id,
                                        json.readValue(row.getString("by"), Actor.class),
                                        row.getString("input"),
                                        this,
                                        json,
                                        rush)))
                .optional();
    }

    /** A job in the hands of the worker. */
    record Taken(String kind, Progress progress) {}

    /**
     * Whether the work has been asked to stop. What is told is seen at once, also while the work's
     * own transaction is open; only of a job asked for in that very transaction it is told within.
     */
    boolean tell(long id, int done, int total) {
        return atOnce(() -> told(id, done, total));
    }

    private <T> T atOnce(Supplier<Optional<T>> told) {
        return apart.execute(alone -> told.get()).or(told).orElseThrow();
    }

    private Optional<Boolean> told(long id, int done, int total) {
        return jdbc.sql(
                        "update job.job set done = :done, total = :total where id = :id returning stop_asked")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .query((row, n) -> row.getBoolean("stop_asked"))
                .optional();
    }

    boolean stopAsked(long id) {
        return jdbc.sql("select stop_asked from job.job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void say(long id, String words) {
        said(id, words);
    }

    /** Seen at once, like how far it is. */
    void begin(long id, String words) {
        atOnce(() -> said(id, words));
    }

    private Optional<Long> said(long id, String words) {
        return jdbc.sql("update job.job set words = :words where id = :id returning id")
                .param("id", id)
                .param("words", words)
                .query(Long.class)
                .optional();
    }

    void report(long id, String heading, List<String> lines) {
        jdbc.sql("update job.job set report_heading = :heading, report = :lines where id = :id")
                .param("id", id)
                .param("heading", heading)
                .param("lines", lines.toArray(String[]::new))
                .update();
    }

    /**
     * Keeps a file of this length to be fetched.
     *
     * @param once whether it is gone once fetched
     */
    void keep(long id, String name, InputStream content, long length, boolean once) {
        jdbc.sql(
                        """
                        update job.job set file_name = :name, file = :content, file_once = :once where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("content", new SqlBinaryValue(content, length))
                .param("once", once)
                .update();
    }

    /**
     * @param words in place of what the work said; null leaves that
     */
    void finish(long id, State state, @Nullable String words) {
        jdbc.sql(
                        """
                        update job.job
                           set state = :state, words = coalesce(:words, words), finished_at = :at
                         where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("words", words)
                .param("at", at(clock.instant()))
                .update();
    }

    /** Forgets what was finished long ago, and a file of secrets that nobody fetched for a day. */
    void sweep() {
        jdbc.sql("delete from job.job where finished_at < :old")
                .param("old", at(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql(
                        """
                        update job.job set file = null, file_name = null
                         where file_once and file is not null and finished_at < :yesterday
                        """)
                .param("yesterday", at(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Job(
                row.getLong("id"),
                row.getString("title"),
                row.getString("back"),
                row.getString("by_name"),
                State.valueOf(row.getString("state")),
                row.getBoolean("stop_asked"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("words"),
                row.getString("report_heading"),
                List.of((String[]) row.getArray("report").getArray()),
                row.getString("file_name"),
                row.getBoolean("file_once"),
                row.getBoolean("fetched"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
