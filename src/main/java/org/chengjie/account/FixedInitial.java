package org.chengjie.account;

/**
 * Whether a batch may give all schools the manual's initial password; where not, each gets a random
 * one (spec A3). Codes can be guessed, so on a real database it has to be allowed by name.
 */
public record FixedInitial(boolean allowed) {

    public static final String PASSWORD = "123456";

    FixedInitial(String setting, boolean embedded) {
        this(
                switch (setting) {
                    case "" -> embedded;
                    case "allowed" -> true;
                    case "refused" -> false;
                    default ->
                            throw new IllegalStateException(
                                    "chengjie.password.fixed-initial is either allowed or refused, not "
                                            + setting);
                });
    }
}
