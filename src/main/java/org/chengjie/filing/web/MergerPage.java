package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.filing.Merger;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The page of a merger: first the choice of a school, then the preview.
 *
 * @param school the one that ends
 * @param words what the other was looked for by
 * @param found schools to choose from
 * @param merger the preview; null while none is chosen
 * @param problem why it was refused; empty where it was not
 * @param reason as it was typed
 */
public record MergerPage(
        Actor officer,
        RegisterEntry school,
        String words,
        List<RegisterEntry> found,
        @Nullable Merger merger,
        String problem,
        String reason) {

    MergerPage(Actor officer, RegisterEntry school) {
        this(officer, school, "", List.of(), null, "", "");
    }

    MergerPage choosing(String words, List<RegisterEntry> found) {
        return new MergerPage(officer, school, words, found, null, problem, reason);
    }

    MergerPage previewing(Merger merger) {
        return new MergerPage(officer, school, words, found, merger, problem, reason);
    }

    MergerPage refused(Refusal refused, String reason) {
        return new MergerPage(officer, school, words, found, merger, refused.words(), reason);
    }

    public boolean mayMerge() {
        return officer.role().mayChange() && merger != null && merger.obstacle().isEmpty();
    }
}
