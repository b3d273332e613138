package org.chengjie.filing;

/** A row of a school on a plan that is history, as it is exported. */
public record PastRow(
        String code,
        String name,
        String city,
        String itemNo,
        String title,
        String unit,
        Stage stage,
        Values values) {}
