package org.chengjie.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;

/** The columns of the register, on the page and in its workbook (spec P1). */
public enum RegisterColumn {
    CODE,
    NAME,
    KIND,
    CITY,
    AFFILIATION;

    public static List<String> heads() {
        return Stream.of(values()).map(RegisterColumn::head).toList();
    }

    public String head() {
        return Labels.of(this);
    }
}
