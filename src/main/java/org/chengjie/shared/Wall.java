package org.chengjie.shared;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reach that the database holds this thread's statements to, whatever they ask for: what lies
 * outside is not there (spec X2). A thread for which nobody has said anything sees nothing. It ends
 * with {@link #close()}, and what held before holds again.
 */
public final class Wall implements AutoCloseable {

    /** No path starts with it. */
    public static final String NOBODY = "-";

    private static final ThreadLocal<@Nullable String> REACH = new ThreadLocal<>();

    private final @Nullable String former;

    private Wall(String reach) {
        former = REACH.get();
        REACH.set(reach);
    }

    /** From here on for whoever has this reach. */
    public static Wall around(Reach reach) {
        return new Wall(reach.path());
    }

    /** From here on for somebody who is not known. */
    public static Wall aroundNobody() {
        return new Wall(NOBODY);
    }

    /** Somebody has become known: until the wall around this ends, it is theirs. */
    public static void turn(Reach reach) {
        REACH.set(reach.path());
    }

    /** No wall: for the platform's own work, which is nobody's in particular. */
    public static Wall open() {
        return new Wall("/");
    }

    /** From here on as it was where {@link #reach()} said so: for what is put off. */
    public static Wall again(String reach) {
        return new Wall(reach);
    }

    /**
     * What crosses on purpose, such as asking who it is that comes; the rest stays behind the wall.
     */
    public static <T extends @Nullable Object> T across(Supplier<T> question) {
        try (var _ = open()) {
            return question.get();
        }
    }

    /** A question that needs another reach than the person's own. */
    public static <T extends @Nullable Object> T within(Reach reach, Supplier<T> question) {
        try (var _ = around(reach)) {
            return question.get();
        }
    }

    /** The reach of this thread, as a path or {@link #NOBODY}. */
    public static String reach() {
        return Objects.requireNonNullElse(REACH.get(), NOBODY);
    }

    @Override
    public void close() {
        if (former == null) {
            REACH.remove();
        } else {
            REACH.set(former);
        }
    }
}
