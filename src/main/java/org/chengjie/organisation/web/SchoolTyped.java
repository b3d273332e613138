package org.chengjie.organisation.web;

import org.chengjie.organisation.SchoolDraft;
import org.jspecify.annotations.Nullable;

/** The fields of a school as a form sends them; one that was not sent is an empty one. */
record SchoolTyped(
        @Nullable String code,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String city,
        @Nullable String affiliation) {

    SchoolDraft draft() {
        return draft(code == null ? "" : code);
    }

    /** The code of a school that is there already is not asked for again. */
    SchoolDraft draft(String known) {
        return new SchoolDraft(
                known,
                name == null ? "" : name,
                kind == null ? "" : kind,
                city == null ? "" : city,
                affiliation == null ? "" : affiliation);
    }
}
