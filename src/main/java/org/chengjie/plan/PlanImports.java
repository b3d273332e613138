package org.chengjie.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.MarkedCopy;
import org.chengjie.workbook.SentSheet;
import org.chengjie.workbook.SentTable;
import org.chengjie.workbook.SheetRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan from a file: sent, looked at, then taken as a draft as a whole or not at all (spec C1).
 */
@Repository
public class PlanImports {

    public static final int MOST_ROWS = 1_000;
    private static final String CODE = "[0-9A-Za-z-]{1,20}";

    /** Those that are sent and never confirmed leave no more than this behind. */
    private static final int KEPT = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlanTables tables;
    private final ApplicationEventPublisher events;

    PlanImports(
            JdbcClient jdbc, JsonMapper json, PlanTables tables, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.tables = tables;
        this.events = events;
    }

    /** Keeps a file to be looked at; no plan is made yet. */
    @Transactional
    public long stage(Actor by, String code, String title, String fileName, byte[] file) {
        PlanHolding.require(by);
        int longest = RowCheck.longest(PlanField.NAME);
        if (title.isBlank() || title.strip().length() > longest) {
            throw Refusal.invalid("请写计划名称，最多 " + longest + " 字。");
        }
        if (!code.strip().matches(CODE)) {
            throw Refusal.invalid("计划代号应为数字、字母和“-”，例如 2024-2027。");
        }
        refuseKnown(code.strip());
        var rows = SentSheet.read(file, MOST_ROWS);
        if (PlanReading.table(rows).rows().isEmpty()) {
            throw Refusal.invalid("表头下面没有一行条目。请填好后再上传。");
        }
        var text = SentSheet.read(file, ClauseReading.SHEET, ClauseReading.MOST_ROWS);
        var clauses = new ClauseReading(text).any() ? text : List.<SheetRow>of();
        jdbc.sql(
                        """
                        delete from plan.import
                         where id not in (select id from plan.import order by id desc limit :kept)
                        """)
                .param("kept", KEPT - 1)
                .update();
        return jdbc.sql(
                        """
                        insert into plan.import (file_name, code, title, rows, clauses, at, by_account, by_name)
                        values (:file, :code, :title, cast(:rows as jsonb), cast(:clauses as jsonb), :at, :by, :name)
                        returning id
                        """)
                .param("file", fileName)
                .param("code", code.strip())
                .param("title", title.strip())
                .param("rows", json.writeValueAsString(rows))
                .param("clauses", json.writeValueAsString(clauses))
                .param("at", Amendments.sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .query((row, n) -> row.getLong("id"))
                .single();
    }

    /** Those that wait to be confirmed, the newest first; without their rows. */
    public List<StagedPlan> staged() {
        return jdbc.sql(
                        """
                        select id, file_name, code, title, '[]' as rows, '[]' as clauses, at, by_name, plan_id, taken_at
                          from plan.import
                         where taken_at is null
                         order by id desc
                        """)
                .query(this::read)
                .list();
    }

    public PlanPreview preview(long id) {
        var staged = find(id, "");
        return staged.taken()
                ? new PlanPreview(staged, List.of(), List.of(), List.of())
                : new PlanReading(staged.rows()).read(staged);
    }

    /** The file with its faults marked. */
    public void writeFaults(long id, OutputStream out) throws IOException {
        var preview = preview(id);
        var rows = preview.staged().rows();
        if (rows.isEmpty()) {
            throw Refusal.notFound();
        }
        var copies = new ArrayList<MarkedCopy.Sheet>();
        copies.add(
                new MarkedCopy.Sheet(
                        new MarkedCopy.Look(PlanReading.SHEET, Set.of(), false),
                        rows,
                        PlanReading.table(rows).head().number(),
                        preview.faultsByAddress(PlanReading.SHEET)));
        var clauses = preview.staged().clauses();
        if (!clauses.isEmpty()) {
            copies.add(
                    new MarkedCopy.Sheet(
                            new MarkedCopy.Look(ClauseReading.SHEET, Set.of(), false),
                            clauses,
                            SentTable.find(clauses, ClauseReading.HEADS).head().number(),
                            preview.faultsByAddress(ClauseReading.SHEET)));
        }
        MarkedCopy.write(out, copies);
    }

    /** Makes the draft, all of it or nothing; one that was made before is answered again. */
    @Transactional
    public long take(Actor by, long id) {
        PlanHolding.require(by);
        var staged = find(id, " for update");
        if (staged.taken()) {
            if (staged.planId() == null) {
                throw Refusal.conflict("这份文件已经导入过，那份草稿后来删除了。请重新上传。");
            }
            return staged.planId();
        }
        var preview = new PlanReading(staged.rows()).read(staged);
        if (!preview.faults().isEmpty()) {
            throw Refusal.invalid("文件有 " + preview.faultyRows() + " 行要改正，还没有导入。下载标出错误的文件，改好后重新上传。");
        }
        refuseKnown(staged.code());
        long plan = tables.addPlan(staged.code(), staged.title());
        for (var row : preview.rows()) {
            tables.addArea(plan, row.areaNo(), row.area());
            tables.addTask(plan, row);
            tables.addItem(plan, row);
        }
        tables.addClauses(plan, preview.clauses());
        jdbc.sql(
                        "update plan.import set plan_id = :plan, taken_at = :at, rows = '[]', clauses = '[]' where id = :id")
                .param("plan", plan)
                .param("at", Amendments.sql(by.arrived()))
                .param("id", id)
                .update();
        events.publishEvent(
                new Auditable(
                        by,
                        "导入计划草稿",
                        staged.title(),
                        by.path(),
                        "",
                        List.of(
                                new Change(
                                        staged.fileName(),
                                        "",
                                        "%d 个领域，%d 项任务，%d 条，方案条款 %d 条"
                                                .formatted(
                                                        preview.areas(),
                                                        preview.tasks(),
                                                        preview.rows().size(),
                                                        preview.clauses().size())))));
        return plan;
    }

    @Transactional
    public void discard(Actor by, long id) {
        PlanHolding.require(by);
        jdbc.sql("delete from plan.import where id = :id and taken_at is null")
                .param("id", id)
                .update();
    }

    private void refuseKnown(String code) {
        tables.planWithCode(code)
                .ifPresent(title -> {
                    throw Refusal.conflict("代号 " + code + " 已经是“" + title + "”的，请换一个。");
                });
    }

    private StagedPlan find(long id, String lock) {
        return jdbc.sql(
                        """
                        select id, file_name, code, title, rows, clauses, at, by_name, plan_id, taken_at
                          from plan.import
                         where id = :id
                        """
                                + lock)
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private StagedPlan read(ResultSet row, int number) throws SQLException {
        return new StagedPlan(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("code"),
                row.getString("title"),
                List.of(json.readValue(row.getString("rows"), SheetRow[].class)),
                List.of(json.readValue(row.getString("clauses"), SheetRow[].class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getObject("plan_id", Long.class),
                row.getObject("taken_at") != null);
    }
}
