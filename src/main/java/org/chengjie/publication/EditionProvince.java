package org.chengjie.publication;

import org.chengjie.provincial.RollUp;

/**
 * 申报单位 in an edition: its figures, or why it is left out (spec P5).
 *
 * @param omission empty where it is in
 */
public record EditionProvince(long id, String code, String name, RollUp rollUp, String omission) {

    public boolean included() {
        return omission.isEmpty();
    }

    /** As lists of provinces name them: 山西, 内蒙古, 兵团. */
    public String shortName() {
        if (name.endsWith("兵团")) {
            return "兵团";
        }
        int length = name.startsWith("内蒙古") || name.startsWith("黑龙江") ? 3 : 2;
        return name.substring(0, Math.min(length, name.length()));
    }
}
