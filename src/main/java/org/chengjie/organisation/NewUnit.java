package org.chengjie.organisation;

import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;

/** A unit to be added to the register (spec P1). */
public record NewUnit(
        @Nullable Long parentId,
        Tier tier,
        String code,
        String name,
        @Nullable Kind kind,
        String city) {

    public static NewUnit ministry(String code, String name) {
        return new NewUnit(null, Tier.MINISTRY, code, name, null, "");
    }

    public static NewUnit province(Unit ministry, String code, String name) {
        return new NewUnit(ministry.id(), Tier.PROVINCE, code, name, null, "");
    }

    public static NewUnit city(Unit province, String code, String name) {
        return new NewUnit(province.id(), Tier.CITY, code, name, null, name);
    }

    /**
     * A school, or another body that may undertake.
     *
     * @param parent the city that gate-checks it, or else the province
     */
    public static NewUnit school(Unit parent, String code, String name, Kind kind, String city) {
        return new NewUnit(parent.id(), Tier.SCHOOL, code, name, kind, city);
    }
}
