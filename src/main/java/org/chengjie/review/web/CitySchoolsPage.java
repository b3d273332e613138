package org.chengjie.review.web;

import java.util.List;
import org.chengjie.review.CitySchool;
import org.chengjie.review.CityVerdict;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 本市中职: where they stand, and what the city owes an opinion on (spec R6).
 *
 * @param deadline until when they may file, in words; null while the province has set no days
 */
public record CitySchoolsPage(
        Actor officer,
        List<CitySchool> all,
        CityView view,
        CityVerdict verdict,
        @Nullable String deadline) {

    public List<CitySchool> shown() {
        return shown(view);
    }

    public int count(CityView other) {
        return shown(other).size();
    }

    public int owed() {
        return all.stream().mapToInt(CitySchool::owed).sum();
    }

    private List<CitySchool> shown(CityView wanted) {
        return all.stream().filter(wanted::shows).toList();
    }
}
