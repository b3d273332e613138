package org.chengjie.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengjie.review.SchoolFilter;
import org.chengjie.review.SchoolLine;
import org.chengjie.review.SchoolOrder;
import org.chengjie.review.SchoolTotals;
import org.chengjie.review.Slice;
import org.chengjie.review.Standing;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The list of a province's schools as it is filtered, with the totals of what is in view (spec R7).
 *
 * @param since when the officer last looked; null for somebody who has not yet
 * @param typed what was typed for the bounds of 汇总, where it was no amount
 */
public record SchoolsPage(
        Actor officer,
        SchoolFilter filter,
        SchoolOrder order,
        Slice<SchoolLine> schools,
        SchoolTotals totals,
        List<String> cities,
        @Nullable Instant since,
        Map<String, String> typed) {

    private static final String HERE = "/province/schools";

    public String to(@Nullable Standing standing) {
        return Links.to(HERE, filter.withStanding(standing).query(), sort());
    }

    public String previous() {
        return Links.to(HERE, filter.query(), sort(), schools.before());
    }

    public String next() {
        return Links.to(HERE, filter.query(), sort(), schools.after());
    }

    public boolean narrowed() {
        return !filter.equals(SchoolFilter.ALL);
    }

    public String typed(String field, @Nullable Object read) {
        return typed.getOrDefault(field, read == null ? "" : read.toString());
    }

    private String sort() {
        return order == SchoolOrder.STANDING ? "" : "sort=" + order.name();
    }
}
