package org.chengjie.report;

import org.chengjie.shared.Labels;

/**
 * A figure that is kept and is not what the rows say (spec P6).
 *
 * @param place by name: 全国, 山西省, 山西省太原市
 * @param subject the item's number and title, or the standing of schools
 */
public record Discrepancy(
        String place, String subject, KeptFigure figure, long kept, long counted) {

    /** As it is said to whoever looks after the product. */
    public String words() {
        return "%s　%s　%s：保存的合计 %,d，逐行相加 %,d"
                .formatted(place, subject, Labels.of(figure), kept, counted);
    }
}
