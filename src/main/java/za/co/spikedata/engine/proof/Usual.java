package za.co.spikedata.engine.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Transaction;

/**
 * How usual an amount would be beside a statement's others: money in and out have sizes of their
 * own, and some cents, such as none, are more frequent than others. A slip mostly makes a figure
 * less usual, so this tells apart changes that arithmetic alone cannot.
 */
final class Usual {
    /** Sizes this far apart still speak for each other; in powers of ten. */
    private static final double NEAR = 0.2;

    /** Of all amounts, those of a size that nothing on the paper speaks for. */
    private static final double STRANGE = 0.02;

    /** Sizes of amounts range over this many powers of ten. */
    private static final double RANGE = 9;

    /** An amount that other rows repeat, as fees do, is more usual by so many powers of ten. */
    private static final double REPEATED = 1;

    /** Rows of one name that repeat an amount, as rent does, speak for it so much more. */
    private static final double OF_ONE_NAME = 1;

    private static final int CENTS = 100;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

    /** An amount of rows whose words are alike but for numbers in them. */
    private record Named(Money amount, String letters) {
        static Named of(Money amount, Transaction row) {
            return new Named(
                    amount, NOT_LETTERS.matcher(String.join("", row.description())).replaceAll(""));
        }
    }

    private final Map<Long, Integer> cents = new HashMap<>();
    private final Map<Money, Integer> amounts = new HashMap<>();
    private final Map<Named, Integer> named = new HashMap<>();
    private final double[] in;
    private final double[] out;
    private final int rows;

    Usual(List<Transaction> rows) {
        this.rows = rows.size();
        this.in = sizes(rows, false);
        this.out = sizes(rows, true);
        for (Transaction row : rows) {
            cents.merge(cents(row.amount()), 1, Integer::sum);
            amounts.merge(row.amount(), 1, Integer::sum);
            named.merge(Named.of(row.amount(), row), 1, Integer::sum);
        }
    }

    private static double[] sizes(List<Transaction> rows, boolean negative) {
        return rows.stream()
                .map(Transaction::amount)
                .filter(amount -> !amount.isZero() && amount.isNegative() == negative)
                .mapToDouble(Usual::size)
                .toArray();
    }

    private static double size(Money amount) {
        return Math.log10(Math.max(1, Math.abs(amount.thousandths()) / 10.0));
    }

    private static long cents(Money amount) {
        return Math.abs(amount.thousandths()) / 10 % CENTS;
    }

    /**
     * The logarithm of how much more usual the needed amount is than the row's, in powers of ten.
     * The row does not speak for itself.
     */
    double gain(Transaction row, Money needed) {
        return log(needed, row) - log(row.amount(), row);
    }

    private double log(Money amount, Transaction row) {
        Money without = row.amount();
        int known =
                cents.getOrDefault(cents(amount), 0) - (cents(amount) == cents(without) ? 1 : 0);
        double ofCents = (known + 1.0) / (rows + CENTS);
        int itself = amount.equals(without) ? 1 : 0;
        boolean repeats = amounts.getOrDefault(amount, 0) > itself;
        boolean ofOneName = named.getOrDefault(Named.of(amount, row), 0) > itself;
        return Math.log10(ofCents)
                + Math.log10(ofSize(amount, without))
                - size(amount)
                + (repeats ? REPEATED : 0)
                + (ofOneName ? OF_ONE_NAME : 0);
    }

    private double ofSize(Money amount, Money without) {
        double[] sizes = amount.isNegative() ? out : in;
        boolean alike = amount.isNegative() == without.isNegative();
        double size = size(amount);
        double near = alike ? -kernel(size - size(without)) : 0;
        for (double each : sizes) {
            near += kernel(size - each);
        }
        double share = near / Math.max(1, rows - 1);
        return (1 - STRANGE) * Math.max(0, share) + STRANGE / RANGE;
    }

    /** Of area 1. */
    private static double kernel(double apart) {
        double over = apart / NEAR;
        return Math.exp(-over * over / 2) / (NEAR * Math.sqrt(2 * Math.PI));
    }
}
