package org.chengjie.report;

import org.chengjie.filing.Funds;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.shared.Amount;

/**
 * What is undertaken in one place, for one item or for several (spec P4).
 *
 * @param submitted what schools have submitted, whatever was decided on it
 * @param approved what of it is approved
 * @param own what provinces undertake themselves
 * @param waiting rows of schools that nobody has decided on
 * @param returned rows that were returned and are being mended
 * @param rejected rows that were rejected
 */
public record Figures(
        Part submitted, Part approved, Part own, long waiting, long returned, long rejected) {

    public static final Figures NONE = new Figures(Part.NONE, Part.NONE, Part.NONE, 0, 0, 0);

    /**
     * Rows and what they sum to. Of a province's own rows the funds are 省财政投入, in {@code
     * provincial}.
     */
    public record Part(long rows, long quantity, Funds funds, Amount provincial) {

        static final Part NONE = new Part(0, 0, Funds.NONE, Amount.ZERO);

        Part plus(Part other) {
            return new Part(
                    rows + other.rows,
                    quantity + other.quantity,
                    funds.plus(other.funds),
                    provincial.plus(other.provincial));
        }
    }

    public Figures plus(Figures other) {
        return new Figures(
                submitted.plus(other.submitted),
                approved.plus(other.approved),
                own.plus(other.own),
                waiting + other.waiting,
                returned + other.returned,
                rejected + other.rejected);
    }

    /** What of it no city has: the province's own rows and its funds. */
    public Figures ofProvince() {
        return new Figures(Part.NONE, Part.NONE, own, 0, 0, 0);
    }

    /** 布点: rows of schools and rows of provinces. */
    public long points() {
        return submitted.rows() + own.rows();
    }

    public long quantity() {
        return submitted.quantity() + own.quantity();
    }

    /** What a province undertakes itself needs nobody's approval. */
    public long approvedQuantity() {
        return approved.quantity() + own.quantity();
    }

    public FiveFunds funds() {
        return new FiveFunds(submitted.funds(), own.provincial());
    }

    public FiveFunds approvedFunds() {
        return new FiveFunds(approved.funds(), own.provincial());
    }

    public boolean nothing() {
        return points() == 0 && own.provincial().yuan() == 0;
    }
}
