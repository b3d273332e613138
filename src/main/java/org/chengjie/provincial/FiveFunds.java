package org.chengjie.provincial;

import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;

/**
 * The schools' four sources and 省财政投入 beside them; 汇总 is the sum of the five (spec P2).
 *
 * @param schools what approved rows of schools sum to
 * @param provincial 省财政投入
 */
public record FiveFunds(Funds schools, Amount provincial) {

    public static final FiveFunds NONE = new FiveFunds(Funds.NONE, Amount.ZERO);

    public FiveFunds plus(FiveFunds other) {
        return new FiveFunds(schools.plus(other.schools), provincial.plus(other.provincial));
    }

    public Amount total() {
        return schools.total().plus(provincial);
    }

    public Amount of(Source source) {
        return switch (source) {
            case SELF_RAISED -> schools.selfRaised();
            case INDUSTRY -> schools.industry();
            case SPONSOR -> schools.sponsor();
            case LOCAL -> schools.local();
            case PROVINCIAL -> provincial;
        };
    }
}
