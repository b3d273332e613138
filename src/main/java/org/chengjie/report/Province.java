package org.chengjie.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a province stands with the current plan, as the ministry sees it (spec P4).
 *
 * @param path its place in the tree
 * @param opens null while the province has published no window
 * @param receiptNo of what it handed in last; empty while it has handed in nothing
 * @param returnedAt null unless the ministry returned it
 * @param accepted whether the ministry has accepted it
 * @param published whether it is in a publication
 */
public record Province(
        String code,
        String name,
        String path,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        String receiptNo,
        @Nullable Instant returnedAt,
        boolean accepted,
        boolean published) {

    public Phase phase(LocalDate today) {
        if (!receiptNo.isEmpty()) {
            return handedIn();
        }
        if (opens == null || closes == null) {
            return Phase.NOT_OPEN;
        }
        if (today.isBefore(opens)) {
            return Phase.ANNOUNCED;
        }
        return today.isAfter(closes) ? Phase.CLOSED : Phase.FILING;
    }

    private Phase handedIn() {
        if (returnedAt != null) {
            return Phase.GIVEN_BACK;
        }
        if (published) {
            return Phase.PUBLISHED;
        }
        return accepted ? Phase.ACCEPTED : Phase.HANDED_IN;
    }

    /** 山西, 内蒙古, 兵团: as much of the name as fits a tile. */
    public String shortName() {
        return switch (code) {
            case "150000" -> "内蒙古";
            case "660000" -> "兵团";
            default -> name.startsWith("黑龙江") ? "黑龙江" : name.substring(0, 2);
        };
    }
}
