package org.chengjie.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.MarkedCopy;
import org.chengjie.workbook.SentSheet;
import org.chengjie.workbook.SheetRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The import of a register: sent, looked at, then taken as a whole or not at all (spec P1). */
@Repository
public class Imports {

    public static final int MOST_ROWS = 5_000;

    /** How many things {@link #take} does one after the other. */
    public static final int STEPS = 5;

    /** Those who send and never confirm leave no more than this behind. */
    private static final int KEPT = 10;

    static final String CLOSED_BY_IMPORT = "导入的名册中没有这所学校";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Register register;
    private final Enrolment enrolment;
    private final ApplicationEventPublisher events;

    Imports(
            JdbcClient jdbc,
            JsonMapper json,
            Register register,
            Enrolment enrolment,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.register = register;
        this.enrolment = enrolment;
        this.events = events;
    }

    /** Keeps a file to be looked at; nothing of the register changes. */
    @Transactional
    public long stage(Actor by, String fileName, byte[] file, boolean closeAbsent) {
        enrolment.hold(by);
        var rows = SentSheet.read(file, MOST_ROWS);
        if (ImportReading.table(rows).rows().isEmpty()) {
            throw Refusal.invalid("表头下面没有一行学校。请填好后再上传。");
        }
        jdbc.sql(
                        """
                        delete from organisation.import
                         where province_id = :province
                           and id not in (select id from organisation.import
                                           where province_id = :province order by id desc limit :kept)
                        """)
                .param("province", by.unitId())
                .param("kept", KEPT - 1)
                .update();
        return jdbc.sql(
                        """
                        insert into organisation.import (province_id, file_name, close_absent, rows, at, by_name)
                        values (:province, :name, :close, cast(:rows as jsonb), :at, :by)
                        returning id
                        """)
                .param("province", by.unitId())
                .param("name", fileName)
                .param("close", closeAbsent)
                .param("rows", json.writeValueAsString(rows))
                .param("at", by.arrived().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .query(Long.class)
                .single();
    }

    /** Those that wait to be confirmed, the newest first; without their rows. */
    public List<StagedImport> staged(Actor reader) {
        return jdbc.sql(
                        """
                        select id, file_name, close_absent, '[]' as rows, at, by_name
                          from organisation.import
                         where province_id = :province
                         order by id desc
                        """)
                .param("province", reader.unitId())
                .query(this::read)
                .list();
    }

    /** Another province's reads as absent (spec X2). */
    public StagedImport find(Actor reader, long id) {
        return held(reader, id, "").orElseThrow(Refusal::notFound);
    }

    public ImportPreview preview(Actor reader, long id) {
        return preview(reader, find(reader, id));
    }

    @Transactional
    public void discard(Actor by, long id) {
        enrolment.hold(by);
        find(by, id);
        delete(id);
    }

    /** The file with its faults marked. */
    public void writeFaults(Actor reader, long id, OutputStream out) throws IOException {
        var preview = preview(reader, id);
        var rows = preview.staged().rows();
        MarkedCopy.write(
                out,
                new MarkedCopy.Look("名册", Set.of(), false),
                rows,
                ImportReading.table(rows).head().number(),
                preview.faultsByAddress());
    }

    /** Whether it may be taken as it was seen; refused in words otherwise. */
    public ImportPreview require(Actor by, long id, String seen) {
        enrolment.require(by);
        return require(preview(by, id), seen);
    }

    /**
     * Takes all of it, or nothing, in one transaction.
     *
     * @param begins is told what it does next, {@value #STEPS} times
     * @return what was done; nothing where this import has been taken before
     */
    @Transactional
    public Optional<ImportPreview> take(Actor by, long id, String seen, Consumer<String> begins) {
        begins.accept("核对名册");
        enrolment.hold(by);
        var staged = held(by, id, " for update");
        if (staged.isEmpty()) {
            return Optional.empty();
        }
        var preview = require(preview(by, staged.get()), seen);
        var check = check(by);
        begins.accept("添加 %d 所".formatted(preview.added().size()));
        var units = enrolment.add(preview.added().stream().map(check::fields).toList());
        begins.accept("修改 %d 所".formatted(preview.changed().size()));
        enrolment.change(
                by,
                preview.changed().stream()
                        .map(one ->
                                new Enrolment.Amendment(one.before(), check.fields(one.after())))
                        .toList());
        begins.accept("撤销 %d 所".formatted(preview.closed().size()));
        if (!preview.closed().isEmpty()) {
            enrolment.close(by, preview.closed(), CLOSED_BY_IMPORT, null);
        }
        begins.accept("逐所记入操作记录");
        events.publishEvent(ImportDeeds.of(by, units, preview));
        delete(id);
        return Optional.of(preview);
    }

    private ImportPreview require(ImportPreview preview, String seen) {
        if (!preview.seen().equals(seen)) {
            throw Refusal.conflict("预览之后名册又有改动，还没有导入任何一行。请重新核对下面的预览，再确认。");
        }
        if (!preview.faults().isEmpty()) {
            throw Refusal.invalid(
                    "名册有 " + preview.faultyRows() + " 行要改正，还没有导入任何一行。下载标出错误的文件，改好后重新导入。");
        }
        return preview;
    }

    private ImportPreview preview(Actor reader, StagedImport staged) {
        var reach = reader.reach();
        var table = ImportReading.table(staged.rows());
        var codes =
                table.rows().stream().map(row -> ImportReading.draft(table, row).code()).toList();
        var entries = new ArrayList<>(register.all(reach, RegisterFilter.OPEN));
        entries.addAll(register.all(reach, RegisterFilter.CLOSED));
        return new ImportReading(
                        table,
                        check(reader),
                        entries,
                        new HashSet<>(register.elsewhere(reach, codes)))
                .read(staged, register.fingerprint(reach));
    }

    private SchoolCheck check(Actor by) {
        return new SchoolCheck(by.unitId(), register.cities(by.unitId()));
    }

    private void delete(long id) {
        jdbc.sql("delete from organisation.import where id = :id").param("id", id).update();
    }

    private Optional<StagedImport> held(Actor by, long id, String lock) {
        return jdbc.sql(
                        """
                        select id, file_name, close_absent, rows, at, by_name
                          from organisation.import
                         where id = :id and province_id = :province
                        """
                                + lock)
                .param("id", id)
                .param("province", by.unitId())
                .query(this::read)
                .optional();
    }

    private StagedImport read(ResultSet row, int n) throws SQLException {
        return new StagedImport(
                row.getLong("id"),
                row.getString("file_name"),
                row.getBoolean("close_absent"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                List.of(json.readValue(row.getString("rows"), SheetRow[].class)));
    }
}
