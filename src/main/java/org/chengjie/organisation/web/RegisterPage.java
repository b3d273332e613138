package org.chengjie.organisation.web;

import java.util.List;
import java.util.Map;
import org.chengjie.organisation.City;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.organisation.RegisterFilter;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 院校名册 as it is filtered, and what was typed where something was refused.
 *
 * @param schools one page of them
 * @param counts by kind, of what the other filters leave
 * @param before the code to page back from; null on the first page
 * @param after the code to page on from; null on the last page
 * @param adding the form for one more school
 * @param cityForm what was typed for a city, and why it was refused
 * @param done what has just been done, in words; empty where nothing was
 */
public record RegisterPage(
        Actor officer,
        RegisterFilter filter,
        List<RegisterEntry> schools,
        Map<Kind, Integer> counts,
        List<String> cityNames,
        List<City> cities,
        @Nullable String before,
        @Nullable String after,
        SchoolForm adding,
        CityForm cityForm,
        String done) {

    public boolean mayChange() {
        return officer.role().mayChange();
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int shown() {
        return filter.kind() == null ? total() : counts.getOrDefault(filter.kind(), 0);
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public boolean filtered() {
        return filter.kind() != null || filter.city() != null || !filter.words().isEmpty();
    }

    public boolean paged() {
        return shown() > Register.PAGE;
    }

    /** The same list with another kind. */
    public String kindLink(@Nullable Kind kind) {
        return link(kind, filter.closed(), null, null);
    }

    public String closedLink(boolean closed) {
        return link(filter.kind(), closed, null, null);
    }

    public String beforeLink() {
        return link(filter.kind(), filter.closed(), before, null);
    }

    public String afterLink() {
        return link(filter.kind(), filter.closed(), null, after);
    }

    private String link(
            @Nullable Kind kind, boolean closed, @Nullable String before, @Nullable String after) {
        var link = UriComponentsBuilder.fromPath("/province/register");
        if (kind != null) {
            link.queryParam("kind", kind);
        }
        if (filter.city() != null) {
            link.queryParam("city", "{city}");
        }
        if (!filter.words().isEmpty()) {
            link.queryParam("words", "{words}");
        }
        if (closed) {
            link.queryParam("closed", true);
        }
        if (before != null) {
            link.queryParam("before", before);
        }
        if (after != null) {
            link.queryParam("after", after);
        }
        return link.encode()
                .buildAndExpand(
                        Map.of(
                                "city",
                                filter.city() == null ? "" : filter.city(),
                                "words",
                                filter.words()))
                .toUriString();
    }
}
