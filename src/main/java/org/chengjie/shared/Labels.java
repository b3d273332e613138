package org.chengjie.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The Chinese names of our enum constants, all in one file: labels.properties. */
public final class Labels {

    private static final Properties LABELS = load();

    private Labels() {}

    /** {@code Tier.PROVINCE} → {@code 省级} */
    public static String of(Enum<?> constant) {
        var key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return Objects.requireNonNull(LABELS.getProperty(key), () -> "No label for " + key);
    }

    /**
     * What a role is called in a tier: whoever reviews in an office fills in at a school (spec 1).
     */
    public static String of(Role role, Tier tier) {
        var own = LABELS.getProperty("Role." + role.name() + "." + tier.name());
        return own == null ? of(role) : own;
    }

    private static Properties load() {
        var labels = new Properties();
        try (var file = Labels.class.getResourceAsStream("/labels.properties")) {
            labels.load(
                    new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
