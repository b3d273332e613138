package org.chengjie.provincial;

/**
 * One thing to be looked at before a province submits, in words (spec P3).
 *
 * @param href where it is put right; empty where there is nothing to put right
 * @param link what that place is called
 */
public record Check(Finding finding, String words, String href, String link) {

    /** How a check came out. */
    public enum Finding {
        MET,
        /** Worth knowing; does not stand in the way. */
        WARNING,
        /** Stands in the way. */
        UNMET
    }

    public static Check met(String words) {
        return new Check(Finding.MET, words, "", "");
    }

    public static Check warning(String words, String href, String link) {
        return new Check(Finding.WARNING, words, href, link);
    }

    public static Check unmet(String words, String href, String link) {
        return new Check(Finding.UNMET, words, href, link);
    }
}
