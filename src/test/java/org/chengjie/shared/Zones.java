package org.chengjie.shared;

import java.util.List;
import java.util.TimeZone;

/** Machines elsewhere: whatever their zone and its summer time, days are China time (spec W2). */
public final class Zones {

    /** Behind China with summer time, the earliest day on earth, China itself, and none at all. */
    public static final List<String> ELSEWHERE =
            List.of("America/Los_Angeles", "Pacific/Kiritimati", "Asia/Shanghai", "UTC");

    private Zones() {}

    public static void in(String zone, Runnable claim) {
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            claim.run();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Runs a claim in every one of them. */
    public static void everywhere(Runnable claim) {
        ELSEWHERE.forEach(zone -> in(zone, claim));
    }
}
