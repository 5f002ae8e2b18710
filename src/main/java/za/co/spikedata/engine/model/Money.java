package za.co.spikedata.engine.model;

import java.math.BigDecimal;

/**
 * An amount in thousandths of its currency's unit, since dinars have as many; statements are
 * reconciled to the last digit, so never a float.
 */
public final class Money implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final int OF_A_CENT = 10;

    private final long thousandths;

    public Money(long cents) {
        this(cents, OF_A_CENT);
    }

    private Money(long units, int each) {
        this.thousandths = Math.multiplyExact(units, each);
    }

    public static Money ofThousandths(long thousandths) {
        return new Money(thousandths, 1);
    }

    public long thousandths() {
        return thousandths;
    }

    /** Whole cents; a thousandth is cut off. */
    public long cents() {
        return thousandths / OF_A_CENT;
    }

    public boolean isInCents() {
        return thousandths % OF_A_CENT == 0;
    }

    public Money plus(Money other) {
        return ofThousandths(Math.addExact(thousandths, other.thousandths));
    }

    public Money minus(Money other) {
        return ofThousandths(Math.subtractExact(thousandths, other.thousandths));
    }

    public Money negated() {
        return ofThousandths(Math.negateExact(thousandths));
    }

    /** Whether it is the other, whatever the sign of either. */
    public boolean isSizeOf(Money other) {
        return equals(other) || equals(other.negated());
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    public boolean isNegative() {
        return thousandths < 0;
    }

    /** The amount as a decimal with two digits after the point, three if the last is not zero. */
    public BigDecimal decimal() {
        return isInCents() ? BigDecimal.valueOf(cents(), 2) : BigDecimal.valueOf(thousandths, 3);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && money.thousandths == thousandths;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(thousandths);
    }

    /** Amounts are personal; what is printed of one says only that it is there. */
    @Override
    public String toString() {
        return "Money[*]";
    }
}
