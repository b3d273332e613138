package org.chengjie.filing;

import org.chengjie.shared.Amount;

/** The four sources of a school's funds, summed; 汇总 is always their sum (spec F3). */
public record Funds(Amount selfRaised, Amount industry, Amount sponsor, Amount local) {

    public static final Funds NONE = new Funds(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);

    public Funds plus(Values row) {
        return new Funds(
                add(selfRaised, row, Cell.SELF_RAISED),
                add(industry, row, Cell.INDUSTRY),
                add(sponsor, row, Cell.SPONSOR),
                add(local, row, Cell.LOCAL));
    }

    public Funds plus(Funds other) {
        return new Funds(
                selfRaised.plus(other.selfRaised),
                industry.plus(other.industry),
                sponsor.plus(other.sponsor),
                local.plus(other.local));
    }

    public Amount total() {
        return selfRaised.plus(industry).plus(sponsor).plus(local);
    }

    public Amount of(Cell source) {
        return switch (source) {
            case SELF_RAISED -> selfRaised;
            case INDUSTRY -> industry;
            case SPONSOR -> sponsor;
            case LOCAL -> local;
            case QUANTITY -> throw new IllegalArgumentException("A quantity is no source of funds");
        };
    }

    private static Amount add(Amount sum, Values row, Cell source) {
        var amount = row.amount(source);
        return amount == null ? sum : sum.plus(amount);
    }
}
