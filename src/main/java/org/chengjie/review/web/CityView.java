package org.chengjie.review.web;

import org.chengjie.review.CitySchool;

/** Which of its 中职 a city looks at (spec R6). */
public enum CityView {
    ALL,
    OWED,
    NOT_SUBMITTED;

    boolean shows(CitySchool school) {
        return switch (this) {
            case ALL -> true;
            case OWED -> school.owed() > 0;
            case NOT_SUBMITTED -> !school.submitted();
        };
    }
}
