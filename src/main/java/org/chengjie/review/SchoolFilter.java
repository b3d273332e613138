package org.chengjie.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Which schools of a province are in view; it lives in the query string (spec R4, R7).
 *
 * @param city the name of a city, or 省直 for none known; empty for all
 * @param words part of a name or of a city, or how a code begins
 * @param least the least 汇总
 * @param most the greatest 汇总
 * @param changed only schools where something changed after this moment
 * @param waiting only schools with rows that wait for a decision
 * @param resubmitted only schools with rows that were returned, mended and wait again
 */
public record SchoolFilter(
        @Nullable Standing standing,
        @Nullable Kind kind,
        String city,
        String words,
        @Nullable Amount least,
        @Nullable Amount most,
        @Nullable Instant changed,
        boolean waiting,
        boolean resubmitted) {

    /** Every school. */
    public static final SchoolFilter ALL = parse("");

    /** Of the fields of a request; others are left alone. */
    public static SchoolFilter of(Map<String, String> fields) {
        return read(Query.of(fields));
    }

    public static SchoolFilter parse(String query) {
        return read(Query.parse(query));
    }

    private static SchoolFilter read(Query query) {
        return new SchoolFilter(
                query.constant("standing", Standing.class),
                query.constant("kind", Kind.class),
                query.text("city"),
                query.text("words"),
                query.amount("least"),
                query.amount("most"),
                query.instant("changed"),
                query.is("waiting"),
                query.is("resubmitted"));
    }

    /** The query string, encoded; empty where nothing is filtered. */
    public String query() {
        return new Query()
                .with("standing", standing)
                .with("kind", kind)
                .with("city", city)
                .with("words", words)
                .with("least", least)
                .with("most", most)
                .with("changed", changed)
                .with("waiting", waiting)
                .with("resubmitted", resubmitted)
                .toString();
    }

    public SchoolFilter withStanding(@Nullable Standing other) {
        return new SchoolFilter(
                other, kind, city, words, least, most, changed, waiting, resubmitted);
    }

    /** As a person would say it, for the head of a workbook. */
    public String told() {
        var parts = new ArrayList<String>();
        if (standing != null) {
            parts.add("状态：" + Labels.of(standing));
        }
        if (kind != null) {
            parts.add("类型：" + Labels.of(kind));
        }
        if (!city.isEmpty()) {
            parts.add("市：" + city);
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
        if (waiting) {
            parts.add("有待审核");
        }
        if (resubmitted) {
            parts.add("有退回后重新提交");
        }
        return parts.isEmpty() ? "全部" : String.join("；", parts);
    }

    Where where(Reach reach) {
        var where = new Where(reach);
        if (standing != null) {
            where.and("standing = :standing", "standing", standing.name());
        }
        if (kind != null) {
            where.and("kind = :kind", "kind", kind.name());
        }
        if (!city.isEmpty()) {
            where.inCity(city);
        }
        if (!words.isEmpty()) {
            where.and(
                    "(position(:words in name) > 0 or position(:words in city) > 0 or starts_with(code, :words))",
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
        if (waiting) {
            where.and("waiting > 0");
        }
        if (resubmitted) {
            where.and("resubmitted > 0");
        }
        return where;
    }
}
