package org.chengjie.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.chengjie.filing.Stage;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a province are in view; it lives in the query string, so that a link, a form and a
 * job mean the same rows (spec R4).
 *
 * @param item an item's number, {@code 3.1}; empty for all
 * @param city the name of a city, or 省直 for none known; empty for all
 * @param words part of a school's name or of an item's title, or how a code begins
 * @param least the least 汇总
 * @param most the greatest 汇总
 * @param changed only rows changed after this moment
 * @param resubmitted only rows that were returned, mended and wait again
 * @param marked only rows with a {@link Mark}
 * @param opinion what the city says of it as it is now
 * @param spoken only rows of which the city has spoken after this moment
 */
public record RowFilter(
        String item,
        @Nullable Long school,
        @Nullable Kind kind,
        String city,
        @Nullable Stage stage,
        String words,
        @Nullable Amount least,
        @Nullable Amount most,
        @Nullable Instant changed,
        boolean resubmitted,
        boolean marked,
        @Nullable OpinionGiven opinion,
        @Nullable Instant spoken) {

    /** Every row. */
    public static final RowFilter ALL = parse("");

    /** Of the fields of a request; others are left alone. */
    public static RowFilter of(Map<String, String> fields) {
        return read(Query.of(fields));
    }

    public static RowFilter parse(String query) {
        return read(Query.parse(query));
    }

    private static RowFilter read(Query query) {
        return new RowFilter(
                query.text("item"),
                query.id("school"),
                query.constant("kind", Kind.class),
                query.text("city"),
                query.constant("stage", Stage.class),
                query.text("words"),
                query.amount("least"),
                query.amount("most"),
                query.instant("changed"),
                query.is("resubmitted"),
                query.is("marked"),
                query.constant("opinion", OpinionGiven.class),
                query.instant("spoken"));
    }

    /** The query string, encoded; empty where nothing is filtered. */
    public String query() {
        return fields().toString();
    }

    private Query fields() {
        return new Query()
                .with("item", item)
                .with("school", school)
                .with("kind", kind)
                .with("city", city)
                .with("stage", stage)
                .with("words", words)
                .with("least", least)
                .with("most", most)
                .with("changed", changed)
                .with("resubmitted", resubmitted)
                .with("marked", marked)
                .with("opinion", opinion)
                .with("spoken", spoken);
    }

    public RowFilter withItem(String no) {
        return read(fields().with("item", no));
    }

    public RowFilter withStage(@Nullable Stage other) {
        return read(fields().with("stage", other));
    }

    public RowFilter withMarked(boolean only) {
        return read(fields().with("marked", only));
    }

    /** As a person would say it, for the head of a workbook. */
    public String told() {
        var parts = new ArrayList<String>();
        if (!item.isEmpty()) {
            parts.add("条目：" + item);
        }
        if (kind != null) {
            parts.add("类型：" + Labels.of(kind));
        }
        if (!city.isEmpty()) {
            parts.add("市：" + city);
        }
        if (school != null) {
            parts.add("一所院校");
        }
        if (stage != null) {
            parts.add("审核情况：" + Labels.of(stage));
        }
        if (!words.isEmpty()) {
            parts.add("含“" + words + "”");
        }
        if (least != null) {
            parts.add("汇总不少于 " + least + " 万元");
        }
        if (most != null) {
            parts.add("汇总不超过 " + most + " 万元");
        }
        if (changed != null) {
            parts.add(ChinaTime.full(changed) + " 后有变化");
        }
        if (resubmitted) {
            parts.add("退回后重新提交");
        }
        if (marked) {
            parts.add("有提示");
        }
        if (opinion != null) {
            parts.add("市级意见：" + Labels.of(opinion));
        }
        if (spoken != null) {
            parts.add(ChinaTime.full(spoken) + " 后有市级意见");
        }
        return parts.isEmpty() ? "全部" : String.join("；", parts);
    }

    /** Whether it is whole schools that are in view, with all their rows. */
    boolean ofSchools() {
        return equals(
                new RowFilter(
                        "", school, kind, city, null, "", null, null, null, false, false, null,
                        null));
    }

    /** The schools in view, where they are whole. */
    Where whereSchools(Reach reach) {
        var where = new Where(reach);
        if (school != null) {
            where.and("id = :school", "school", school);
        }
        if (kind != null) {
            where.and("kind = :kind", "kind", kind.name());
        }
        if (!city.isEmpty()) {
            where.inCity(city);
        }
        return where;
    }

    Where where(Reach reach) {
        var where = Where.ofRows(reach).value("province", reach.provinceId());
        if (!item.isEmpty()) {
            // Rows of one item are found by the item and their own place.
            where.and("item_no = :item", "item", item).and("lies_in(path, :reach)");
        }
        if (school != null) {
            where.and("school_id = :school", "school", school);
        }
        if (kind != null) {
            where.and("kind = :kind", "kind", kind.name());
        }
        if (!city.isEmpty()) {
            where.inCity(city);
        }
        if (stage != null) {
            where.and("stage = :stage", "stage", stage.name());
        }
        if (!words.isEmpty()) {
            where.and(
                    "(position(:words in name) > 0 or position(:words in title) > 0 or starts_with(code, :words))",
                    "words",
                    words);
        }
        if (least != null) {
            where.and("total >= :least", "least", least.yuan());
        }
        if (most != null) {
            where.and("total <= :most", "most", most.yuan());
        }
        if (changed != null) {
            where.and("changed_at > :changed", "changed", changed.atOffset(ZoneOffset.UTC));
        }
        if (resubmitted) {
            where.and("stage = 'SUBMITTED' and returns > 0");
        }
        if (marked) {
            where.and("id = any(" + Marks.IDS + ")");
        }
        if (opinion != null) {
            where.and("opinion = :opinion", "opinion", opinion.name());
        }
        if (spoken != null) {
            where.and("opinion_at > :spoken", "spoken", spoken.atOffset(ZoneOffset.UTC));
        }
        return where;
    }
}
