package org.chengjie.audit;

import java.util.List;
import java.util.stream.Stream;

/** What came of it (spec X1): what is told as done was done, in the same transaction. */
public enum Result {
    DONE,
    FAILED,
    REFUSED;

    private static final List<String> FAILURES = List.of("登录失败");
    private static final List<String> REFUSALS = List.of("被拒绝");

    static Result of(String action) {
        return FAILURES.contains(action) ? FAILED : REFUSALS.contains(action) ? REFUSED : DONE;
    }

    /** The actions by which the trail is searched for it; of what was done, those to leave out. */
    List<String> actions() {
        return switch (this) {
            case DONE -> Stream.concat(FAILURES.stream(), REFUSALS.stream()).toList();
            case FAILED -> FAILURES;
            case REFUSED -> REFUSALS;
        };
    }
}
