package org.chengjie.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to change a plan.
 *
 * @param version of the plan when the page was made
 * @param reason why; owed once the plan has been opened
 * @param seen {@link Filed#seen} of the figures that were confirmed; null before that
 */
public record Edit(
        long version, Map<PlanField, String> typed, String reason, @Nullable String seen) {}
