package za.co.spikedata.engine.model;

import java.math.BigDecimal;

/** An amount in cents; statements are reconciled to the cent, so never a float. */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    /** The amount as a decimal with two digits after the point. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Amounts are personal; what is printed of one says only that it is there. */
    @Override
    public String toString() {
        return "Money[*]";
    }
}
