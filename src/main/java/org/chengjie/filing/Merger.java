package org.chengjie.filing;

import java.util.List;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.plan.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a merger of two schools would do to what they have filed (spec P1).
 *
 * @param from the school that ends
 * @param into the school that goes on
 * @param handed rows that go over, with stage and history
 * @param kept rows of items that both undertake: they stay with the school that ends, as history
 * @param obstacle why it cannot be done as things stand, and what to do; empty where it can
 * @param seen names the state that this was made from
 */
public record Merger(
        RegisterEntry from,
        RegisterEntry into,
        List<Row> handed,
        List<Both> kept,
        Totals before,
        Totals after,
        String obstacle,
        String seen) {

    /** A row that goes over. */
    public record Row(Item item, Undertaking row) {}

    /** An item that both undertake. */
    public record Both(Item item, Undertaking from, Undertaking into) {}

    public Merger {
        handed = List.copyOf(handed);
        kept = List.copyOf(kept);
    }

    static String obstacle(
            RegisterEntry from,
            RegisterEntry into,
            @Nullable Filing ending,
            @Nullable Filing lasting) {
        if (ending == null
                || lasting == null
                || ending.submitted() == lasting.submitted()
                || idle(ending)
                || (idle(lasting) && !lasting.submitted())) {
            return "";
        }
        var submitted = ending.submitted() ? from : into;
        var open = ending.submitted() ? into : from;
        return "“%s”已提交，“%s”还没有提交，不能合并。请让“%s”先提交，或者放开“%s”的整表，再办理。"
                .formatted(submitted.name(), open.name(), open.name(), submitted.name());
    }

    /** Nothing is undertaken on it. */
    static boolean idle(Filing filing) {
        return filing.rows().values().stream().noneMatch(Undertaking::undertaken);
    }

    static String seen(
            RegisterEntry from,
            RegisterEntry into,
            @Nullable Filing ending,
            @Nullable Filing lasting) {
        return from.version() + "-" + into.version() + "-" + mark(ending) + "-" + mark(lasting);
    }

    private static String mark(@Nullable Filing filing) {
        return filing == null
                ? "0"
                : filing.submitted()
                        + "."
                        + filing.rows().values().stream()
                                .mapToLong(Undertaking::version)
                                .max()
                                .orElse(0);
    }
}
