package org.chengjie.publication;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Task;
import org.chengjie.provincial.Difference;
import org.chengjie.provincial.SubmissionLine;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The editions, for everybody to read. They never change, so a few stay in memory: on the day of a
 * publication all the country asks for the same one.
 */
@Repository
public class Editions {

    private static final int KEPT = 8;

    private static final String HEAD =
            """
            select id, plan_id, plan_code, plan_title, no, title, document_no, dated, note from publication.edition
            """;

    private final JdbcClient jdbc;
    private final EditionReader reader;
    private final ConcurrentHashMap<Long, Edition> kept = new ConcurrentHashMap<>();

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reader = new EditionReader(jdbc);
    }

    /** All, the newest first. */
    public List<EditionHead> all() {
        return jdbc.sql(HEAD + " order by id desc")
                .query((row, n) ->
                        new EditionHead(
                                row.getLong("id"),
                                row.getString("plan_title"),
                                row.getInt("no"),
                                EditionReader.announcement(row),
                                row.getString("note")))
                .list();
    }

    public Optional<Edition> find(long id) {
        var known = kept.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        var read =
                jdbc.sql(HEAD + " where id = :id")
                        .param("id", id)
                        .query((row, n) -> reader.edition(row))
                        .optional();
        read.ifPresent(this::keep);
        return read;
    }

    /** The last edition of a plan. */
    public Optional<Edition> latest(long planId) {
        return jdbc.sql(
                        """
                        select id from publication.edition where plan_id = :plan order by no desc limit 1
                        """)
                .param("plan", planId)
                .query((row, n) -> row.getLong("id"))
                .optional()
                .flatMap(this::find);
    }

    /** What was adjusted up to an edition of a plan, the newest first. */
    public List<EditionChange> changes(long planId, int upTo) {
        return jdbc.sql(
                        """
                        select e.no, e.dated, e.note, c.province_name, c.item_no, c.item_title, c.field, c.before, c.after
                          from publication.edition_change c
                          join publication.edition e on e.id = c.edition_id
                         where e.plan_id = :plan and e.no <= :no
                         order by e.no desc, c.position
                        """)
                .param("plan", planId)
                .param("no", upTo)
                .query((row, n) ->
                        new EditionChange(
                                row.getInt("no"),
                                row.getObject("dated", LocalDate.class),
                                row.getString("note"),
                                row.getString("province_name"),
                                row.getString("item_no"),
                                row.getString("item_title"),
                                row.getString("field"),
                                row.getString("before"),
                                row.getString("after")))
                .list();
    }

    /** What a new edition has other than the one before. */
    void addChanges(long id, String provinceName, List<Difference> differences) {
        record Row(Difference of, Change change) {}
        var rows =
                differences.stream()
                        .flatMap(one -> one.changes().stream().map(change -> new Row(one, change)))
                        .toList();
        jdbc.sql(
                        """
                        insert into publication.edition_change (edition_id, position, province_name, item_no, item_title, field, before, after)
                        select :id, n, :province, no, title, field, before, after
                          from unnest(:nos::text[], :titles::text[], :fields::text[], :befores::text[], :afters::text[])
                               with ordinality as t (no, title, field, before, after, n)
                        """)
                .param("id", id)
                .param("province", provinceName)
                .param("nos", texts(rows, row -> row.of().item().no()))
                .param("titles", texts(rows, row -> row.of().item().title()))
                .param("fields", texts(rows, row -> row.change().field()))
                .param("befores", texts(rows, row -> row.change().before()))
                .param("afters", texts(rows, row -> row.change().after()))
                .update();
    }

    /** Lets nobody else make an edition of a plan until the transaction ends. */
    void hold(long planId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('publication.edition'), :plan)")
                .param("plan", Math.toIntExact(planId))
                .query((row, n) -> n)
                .list();
    }

    /** Writes an edition whole; answers its id. */
    long add(Edition edition, Actor by) {
        long id =
                jdbc.sql(
                                """
                                insert into publication.edition (plan_id, no, plan_code, plan_title, title, document_no, dated, note,
                                                                 published_at, published_by, published_name)
                                values (:plan, :no, :code, :planTitle, :title, :document, :dated, :note, :at, :by, :name)
                                returning id
                                """)
                        .param("plan", edition.plan().id())
                        .param("no", edition.no())
                        .param("code", edition.plan().code())
                        .param("planTitle", edition.plan().title())
                        .param("title", edition.announcement().title())
                        .param("document", edition.announcement().documentNo())
                        .param("dated", edition.announcement().dated())
                        .param("note", edition.note())
                        .param("at", by.arrived().atOffset(ZoneOffset.UTC))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .query((row, n) -> row.getLong("id"))
                        .single();
        addItems(id, edition);
        addProvinces(id, edition.provinces());
        addLines(id, edition.included());
        return id;
    }

    private void addItems(long id, Edition edition) {
        record Row(Area area, Task task, Item item) {}
        var rows = new ArrayList<Row>();
        for (var area : edition.plan().areas()) {
            for (var task : area.tasks()) {
                task.items().forEach(item -> rows.add(new Row(area, task, item)));
            }
        }
        jdbc.sql(
                        """
                        insert into publication.edition_item (edition_id, position, item_id, area_no, area_title, task_no, task_title,
                               departments, no, title, takes_quantity, national_target, target_note, unit, undertaken_by)
                        select :id, n, item, area, area_title, task, task_title, departments, no, title, takes, target, note, unit, by
                          from unnest(:items::bigint[], :areas::int[], :areaTitles::text[], :tasks::int[], :taskTitles::text[],
                                      :departments::text[], :nos::text[], :titles::text[], :takes::boolean[], :targets::bigint[],
                                      :notes::text[], :units::text[], :by::text[]) with ordinality
                            as t (item, area, area_title, task, task_title, departments, no, title, takes, target, note, unit, by, n)
                        """)
                .param("id", id)
                .param("items", rows.stream().map(row -> row.item().id()).toArray(Long[]::new))
                .param("areas", rows.stream().map(row -> row.area().no()).toArray(Integer[]::new))
                .param("areaTitles", texts(rows, row -> row.area().title()))
                .param("tasks", rows.stream().map(row -> row.task().no()).toArray(Integer[]::new))
                .param("taskTitles", texts(rows, row -> row.task().title()))
                .param("departments", texts(rows, row -> row.task().departments()))
                .param("nos", texts(rows, row -> row.item().no()))
                .param("titles", texts(rows, row -> row.item().title()))
                .param(
                        "takes",
                        rows.stream()
                                .map(row -> row.item().takesQuantity())
                                .toArray(Boolean[]::new))
                .param(
                        "targets",
                        rows.stream().map(row -> row.item().nationalTarget()).toArray(Long[]::new))
                .param("notes", texts(rows, row -> row.item().targetNote()))
                .param("units", texts(rows, row -> row.item().unit()))
                .param("by", texts(rows, row -> row.item().undertakenBy().name()))
                .update();
    }

    private void addProvinces(long id, List<EditionProvince> provinces) {
        jdbc.sql(
                        """
                        insert into publication.edition_province (edition_id, position, province_id, code, name, schools, omission)
                        select :id, n, province, code, name, schools, omission
                          from unnest(:provinces::bigint[], :codes::text[], :names::text[], :schools::int[], :omissions::text[])
                               with ordinality as t (province, code, name, schools, omission, n)
                        """)
                .param("id", id)
                .param(
                        "provinces",
                        provinces.stream().map(EditionProvince::id).toArray(Long[]::new))
                .param("codes", texts(provinces, EditionProvince::code))
                .param("names", texts(provinces, EditionProvince::name))
                .param(
                        "schools",
                        provinces.stream()
                                .map(one -> one.rollUp().schools())
                                .toArray(Integer[]::new))
                .param("omissions", texts(provinces, EditionProvince::omission))
                .update();
    }

    private void addLines(long id, List<EditionProvince> included) {
        var shares =
                included.stream()
                        .flatMap(one ->
                                one.rollUp().lines().stream().map(line -> new Share(one, line)))
                        .toList();
        jdbc.sql(
                        """
                        insert into publication.edition_line (edition_id, province_id, item_id, schools, school_quantity, self_raised,
                               industry, sponsor, local, own, own_quantity, own_bodies, provincial)
                        select :id, l.*
                          from unnest(:provinces::bigint[], :items::bigint[], :schools::int[], :quantities::bigint[],
                                      :selfRaised::bigint[], :industry::bigint[], :sponsor::bigint[], :local::bigint[],
                                      :own::boolean[], :ownQuantities::bigint[], :ownBodies::text[], :provincial::bigint[]) as l
                        """)
                .param("id", id)
                .param(
                        "provinces",
                        shares.stream().map(share -> share.province().id()).toArray(Long[]::new))
                .params(SubmissionLine.columns(shares.stream().map(Share::line).toList()))
                .update();
    }

    private void keep(Edition edition) {
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(edition.id(), edition);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }
}
