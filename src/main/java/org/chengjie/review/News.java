package org.chengjie.review;

import java.util.List;

/**
 * What has happened in a province since a moment (spec R4, R7).
 *
 * @param mended rows that were returned and wait again, mended since
 * @param mendingSchools schools that those rows are of
 * @param withdrawn schools that have taken back their form and not submitted it again
 * @param withdrawnNames a few of them
 * @param agreeing rows of which their city has spoken since, 同意
 * @param disagreeing 不同意
 * @param marked rows that wait, changed since, with a mark
 * @param inYuan how many of those look as if typed in 元
 */
public record News(
        int mended,
        int mendingSchools,
        int withdrawn,
        List<String> withdrawnNames,
        int agreeing,
        int disagreeing,
        int marked,
        int inYuan) {

    public News {
        withdrawnNames = List.copyOf(withdrawnNames);
    }

    public int opinions() {
        return agreeing + disagreeing;
    }
}
