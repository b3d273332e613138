package org.chengjie.filing.web;

import java.util.List;
import java.util.Map;
import org.chengjie.filing.Extension;
import org.chengjie.filing.FilingWindow;
import org.chengjie.organisation.Unit;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a province extends one school (spec W3).
 *
 * @param window as it is for this school; null while the province has published none
 * @param history all of the school's extensions, the newest first
 * @param lastDay what was typed
 * @param faults field → what is wrong with it
 * @param problem why the whole request was refused; empty where it was not
 */
public record ExtensionPage(
        Actor officer,
        Unit school,
        @Nullable FilingWindow window,
        List<Extension> history,
        String lastDay,
        String reason,
        Map<String, String> faults,
        String problem,
        boolean saved) {

    public boolean mayChange() {
        return officer.role().mayChange() && window != null && !window.sealed();
    }

    /** The extension that gives the school time now. */
    public @Nullable Extension current() {
        return history.stream()
                .filter(extension -> extension.holds(officer.arrived()))
                .findFirst()
                .orElse(null);
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
