package org.chengjie.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chengjie.organisation.Kind;
import org.chengjie.review.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the numbers of the desk lead: to the list that they count. */
final class DeskLinks {

    private DeskLinks() {}

    static String schools(@Nullable Standing standing, @Nullable Kind kind, @Nullable String city) {
        var filter = new LinkedHashMap<String, String>();
        if (standing != null) {
            filter.put("standing", standing.name());
        }
        if (kind != null) {
            filter.put("kind", kind.name());
        }
        if (city != null) {
            filter.put("city", city);
        }
        return to("/province/schools", filter);
    }

    static String rows(Map<String, String> filter) {
        return to("/province/rows", filter);
    }

    static String to(String path, Map<String, String> filter) {
        var address = UriComponentsBuilder.fromPath(path);
        filter.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filter).toUriString();
    }
}
