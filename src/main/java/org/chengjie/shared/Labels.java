package org.chengjie.shared;

import java.util.ResourceBundle;

/**
 * What the screen calls each constant of our enums: one term per thing, kept in one file,
 * labels.properties.
 */
public final class Labels {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("labels");

    private Labels() {}

    public static String of(Enum<?> constant) {
        return BUNDLE.getString(
                constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
