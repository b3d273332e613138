package org.chengjie.account;

import org.chengjie.shared.Tier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long passwords must and may be; an installation may raise the bounds (spec A4, A7). */
@ConfigurationProperties("chengjie.password")
public record PasswordBounds(@DefaultValue Bounds school, @DefaultValue Superior superior) {

    /** Beyond that the hash would not look. */
    private static final int LONGEST = 64;

    private static final int LEAST_OF_SUPERIOR = 10;

    public PasswordBounds {
        check(school.min(), school.max(), 6, "chengjie.password.school");
        check(superior.min(), superior.max(), LEAST_OF_SUPERIOR, "chengjie.password.superior");
    }

    private static void check(int min, int max, int least, String setting) {
        if (min < least || max < min || max > LONGEST) {
            throw new IllegalArgumentException(
                    "%s: min must be at least %d, and max between min and %d."
                            .formatted(setting, least, LONGEST));
        }
    }

    /** Of schools: what the manual says, unless raised. */
    public record Bounds(@DefaultValue("6") int min, @DefaultValue("20") int max) {}

    /** Of province and ministry. */
    public record Superior(@DefaultValue("10") int min, @DefaultValue("20") int max) {}

    PasswordRules rules(Tier tier) {
        return switch (tier) {
            case SCHOOL -> new PasswordRules(school.min(), school.max());
            case CITY, PROVINCE, MINISTRY -> new PasswordRules(superior.min(), superior.max());
        };
    }
}
