package org.chengjie.publication.web;

import java.util.List;
import java.util.Map;
import org.chengjie.provincial.Check;
import org.chengjie.publication.Candidate;
import org.chengjie.publication.Draft;
import org.chengjie.publication.Edition;
import org.chengjie.publication.EditionHead;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;

/**
 * 公布: the checks, the announcement, what has been published (spec P5).
 *
 * @param faults by field
 * @param problem why a publication was refused; empty where none was
 */
public record PublicationPage(
        Actor clerk,
        Draft draft,
        AnnouncementForm form,
        List<EditionHead> editions,
        Map<String, String> faults,
        String problem) {

    public Edition edition() {
        return draft.edition();
    }

    public boolean mayPublish() {
        return clerk.role() == Role.ADMIN;
    }

    /** Whether there is anything new to be published. */
    public boolean pending() {
        return draft.candidates().stream().anyMatch(one -> one.included() && !one.published());
    }

    /** Those that are not in, each of which needs a reason. */
    public List<Candidate> missing() {
        return draft.candidates().stream().filter(one -> !one.included()).toList();
    }

    /** What stands in the way comes first. */
    public List<Check> checks() {
        return draft.checks().stream()
                .sorted((one, other) -> other.finding().compareTo(one.finding()))
                .toList();
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
