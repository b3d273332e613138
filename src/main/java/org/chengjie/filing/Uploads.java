package org.chengjie.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.workbook.MarkedCopy;
import org.chengjie.workbook.SentSheet;
import org.chengjie.workbook.SheetRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms filled in offline: sent, looked at, then saved as a whole or not at all, by the same way as
 * what is typed on the page (spec F5, F7, R3).
 */
@Repository
public class Uploads {

    private static final int MOST_ROWS = 1_000;

    /** Those who send and never save leave no more than this behind. */
    private static final int KEPT = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Filings filings;
    private final ApplicationEventPublisher events;

    Uploads(JdbcClient jdbc, JsonMapper json, Filings filings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.filings = filings;
        this.events = events;
    }

    /** Keeps a file to be looked at; nothing of the form changes. */
    @Transactional
    public long stage(Actor by, String fileName, byte[] file) {
        require(by);
        var rows = SentSheet.readResults(file, MOST_ROWS);
        SentForm.read(rows, TemplateOwner.of(by, filings.form(by).plan()));
        jdbc.sql(
                        """
                        delete from filing.upload
                         where school_id = :school
                           and id not in (select id from filing.upload
                                           where school_id = :school order by id desc limit :kept)
                        """)
                .param("school", by.unitId())
                .param("kept", KEPT - 1)
                .update();
        return jdbc.sql(
                        """
                        insert into filing.upload (school_id, file_name, rows, at, by_name)
                        values (:school, :name, cast(:rows as jsonb), :at, :by)
                        returning id
                        """)
                .param("school", by.unitId())
                .param("name", fileName)
                .param("rows", json.writeValueAsString(rows))
                .param("at", Undertakings.sql(by.arrived()))
                .param("by", by.name())
                .query(Long.class)
                .single();
    }

    /** Those that wait to be saved, the newest first; without their cells. */
    public List<Upload> waiting(Actor school) {
        return jdbc.sql(
                        """
                        select id, file_name, '[]' as rows, at, by_name, saved_at, saved_rows
                          from filing.upload
                         where school_id = :school and saved_at is null
                         order by id desc
                        """)
                .param("school", school.unitId())
                .query(this::read)
                .list();
    }

    /** Another school's reads as absent (spec X2). */
    public Upload find(Actor school, long id) {
        return held(school, id, "").orElseThrow(Refusal::notFound);
    }

    public UploadPreview preview(Actor school, Upload upload) {
        var form = filings.form(school);
        var sent = SentForm.read(upload.rows(), TemplateOwner.of(school, form.plan()));
        return new UploadReading(form, sent, school).read(upload);
    }

    /** The file with its faults marked. */
    public void writeFaults(Actor school, Upload upload, OutputStream out) throws IOException {
        var form = filings.form(school);
        var sent = SentForm.read(upload.rows(), TemplateOwner.of(school, form.plan()));
        var preview = new UploadReading(form, sent, school).read(upload);
        MarkedCopy.write(
                out,
                new MarkedCopy.Look(FormTemplate.NAME, Set.of(sent.keyColumn()), true),
                upload.rows(),
                sent.headRow(),
                preview.faultsByAddress());
    }

    /**
     * Saves all of it, or nothing. An upload that is saved already stays so: its button was pressed
     * twice.
     *
     * @param seen the state of the rows that the preview was made from
     * @param mine conflicts to be saved as the file has them
     * @param theirs conflicts to be left as they stand
     */
    @Transactional
    public void save(Actor by, long id, String seen, Set<String> mine, Set<String> theirs) {
        require(by);
        var upload = held(by, id, " for update").orElseThrow(Refusal::notFound);
        if (upload.savedAt() != null) {
            return;
        }
        var preview = preview(by, upload);
        preview.verdict().require();
        if (!preview.seen().equals(seen)) {
            throw Refusal.conflict("预览之后表里又有改动，还没有保存任何内容。请重新核对下面的预览，再保存。");
        }
        if (!preview.faults().isEmpty()) {
            throw Refusal.invalid(
                    "表里有 " + preview.faults().size() + " 处要改正，还没有保存任何内容。下载标出错误的文件，改好后重新上传。");
        }
        var rows = chosen(preview, mine, theirs);
        if (!rows.isEmpty()) {
            var saved =
                    preview.intent() == Intent.MEND
                            ? filings.mend(by, rows)
                            : filings.save(by, rows, null);
            if (!saved.clean()) {
                throw Refusal.conflict("保存时表里又有改动，还没有保存任何内容。请重新核对下面的预览，再保存。");
            }
        }
        jdbc.sql(
                        """
                        update filing.upload set saved_at = :at, saved_rows = :rows, rows = '[]'
                         where id = :id
                        """)
                .param("at", Undertakings.sql(by.arrived()))
                .param("rows", rows.size())
                .param("id", id)
                .update();
        events.publishEvent(
                new Auditable(
                        by,
                        "保存填报表",
                        by.unitName(),
                        by.path(),
                        upload.fileName(),
                        List.of(new Auditable.Change("改动条目", "", rows.size() + " 条"))));
    }

    @Transactional
    public void discard(Actor by, long id) {
        require(by);
        find(by, id);
        jdbc.sql("delete from filing.upload where id = :id and school_id = :school")
                .param("id", id)
                .param("school", by.unitId())
                .update();
    }

    private static List<TypedRow> chosen(
            UploadPreview preview, Set<String> mine, Set<String> theirs) {
        var undecided =
                preview.conflicts().stream()
                        .map(conflict -> conflict.item().no())
                        .filter(no -> mine.contains(no) == theirs.contains(no))
                        .toList();
        if (!undecided.isEmpty()) {
            throw Refusal.invalid(
                    undecided.size()
                            + " 条冲突还没有选择保留哪一份："
                            + undecided.stream().collect(Collectors.joining("、"))
                            + "。还没有保存任何内容。请选好后再保存。");
        }
        var rows = new ArrayList<>(preview.changes().stream().map(RowChange::typed).toList());
        preview.conflicts().stream()
                .filter(conflict -> mine.contains(conflict.item().no()))
                .map(RowChange::typed)
                .forEach(rows::add);
        return rows;
    }

    private static void require(Actor by) {
        if (by.tier() != Tier.SCHOOL || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能填报。");
        }
    }

    private Optional<Upload> held(Actor school, long id, String lock) {
        return jdbc.sql(
                        """
                        select id, file_name, rows, at, by_name, saved_at, saved_rows
                          from filing.upload
                         where id = :id and school_id = :school
                        """
                                + lock)
                .param("id", id)
                .param("school", school.unitId())
                .query(this::read)
                .optional();
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        var savedAt = row.getObject("saved_at", OffsetDateTime.class);
        return new Upload(
                row.getLong("id"),
                row.getString("file_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                List.of(json.readValue(row.getString("rows"), SheetRow[].class)),
                savedAt == null ? null : savedAt.toInstant(),
                row.getInt("saved_rows"));
    }
}
