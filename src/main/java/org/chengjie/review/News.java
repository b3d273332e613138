package org.chengjie.review;

import java.util.List;

/**
 * What has happened in a province since a moment (spec R4, R7).
 *
 * @param mended rows that were returned and wait again, mended since
 * @param mendingSchools schools that those rows are of
 * @param withdrawn schools that have taken back their form and not submitted it again
 * @param withdrawnNames a few of them
 * @param agreeing opinions of cities, 同意
 * @param disagreeing 不同意
 */
public record News(
        int mended,
        int mendingSchools,
        int withdrawn,
        List<String> withdrawnNames,
        int agreeing,
        int disagreeing) {

    public News {
        withdrawnNames = List.copyOf(withdrawnNames);
    }

    public int opinions() {
        return agreeing + disagreeing;
    }
}
