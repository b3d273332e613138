package org.chengjie.organisation;

import java.text.Normalizer;

/** A school as it was typed, or stood in a file: all of it text. */
public record SchoolDraft(String code, String name, String kind, String city, String affiliation) {

    public static final SchoolDraft EMPTY = new SchoolDraft("", "", "", "", "");

    /** Codes come with blanks and with digits of full width; names keep their own. */
    public SchoolDraft {
        code = Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
        name = name.strip().replaceAll("\\s+", " ");
        kind = kind.strip();
        city = city.strip();
        affiliation = affiliation.strip();
    }

    public String text(RegisterColumn column) {
        return switch (column) {
            case CODE -> code;
            case NAME -> name;
            case KIND -> kind;
            case CITY -> city;
            case AFFILIATION -> affiliation;
        };
    }
}
