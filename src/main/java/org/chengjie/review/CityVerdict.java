package org.chengjie.review;

import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.Verdict;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;

/**
 * May this city account give opinions now, and if not, why: page and request ask the same (spec W4,
 * R6).
 *
 * @param words the reason for the screen; empty where it is allowed
 */
public record CityVerdict(Ground ground, String words) {

    /** What the verdict rests on. */
    public enum Ground {
        ALLOWED,
        NOT_THIS_ACCOUNT,
        SWITCHED_OFF,
        SEALED
    }

    /**
     * Judges whoever asks.
     *
     * @param switchedOn whether the province has its cities gate-check their 中职
     * @param window null while the province has published none
     */
    static CityVerdict on(Actor by, boolean switchedOn, @Nullable FilingWindow window) {
        if (by.tier() != Tier.CITY || !by.role().mayChange()) {
            return new CityVerdict(Ground.NOT_THIS_ACCOUNT, "您的账号只能查看，不能给出初审意见。请联系本单位管理员。");
        }
        if (!switchedOn) {
            return new CityVerdict(Ground.SWITCHED_OFF, "省厅没有开启市级初审，现在只能查看。需要初审时，请联系省厅管理员。");
        }
        if (window != null && window.published()) {
            return new CityVerdict(Ground.SEALED, Verdict.PUBLISHED);
        }
        if (window != null && window.sealed()) {
            return new CityVerdict(Ground.SEALED, "本省已汇总上报教育部，不能再给意见。");
        }
        return new CityVerdict(Ground.ALLOWED, "");
    }

    public boolean allowed() {
        return ground == Ground.ALLOWED;
    }

    /** Refuses the request unless it is allowed. */
    void require() {
        switch (ground) {
            case ALLOWED -> {}
            case NOT_THIS_ACCOUNT -> throw Refusal.notAllowed(words);
            case SWITCHED_OFF, SEALED -> throw Refusal.closed(words);
        }
    }
}
