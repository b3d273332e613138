package org.chengjie.organisation.web;

import java.util.List;
import java.util.Map;
import org.chengjie.organisation.City;
import org.chengjie.organisation.RegisterColumn;
import org.chengjie.organisation.SchoolDraft;

/**
 * The fields of a school, as they were typed or are stored.
 *
 * @param faults by column
 * @param problem why the whole was refused; empty where it was not
 */
public record SchoolForm(
        SchoolDraft typed,
        Map<RegisterColumn, String> faults,
        String problem,
        List<City> cities,
        long version) {

    public String fault(RegisterColumn column) {
        return faults.getOrDefault(column, "");
    }

    public boolean refused() {
        return !faults.isEmpty() || !problem.isEmpty();
    }

    /** The city stands there though the province has no such unit yet. */
    public boolean cityOfItsOwn() {
        return !typed.city().isEmpty()
                && cities.stream().noneMatch(city -> city.name().equals(typed.city()));
    }
}
