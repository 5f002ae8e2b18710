package za.co.spikedata.engine.proof;

import java.util.regex.Pattern;
import za.co.spikedata.engine.model.Money;

/** How much like a slip the change from one figure to another is. */
final class Slips {
    /** A sign lost or gained and nothing else. */
    private static final double SIGN = 0.6;

    /** A digit lost or gained shifts all before it, which is seen sooner than another digit. */
    private static final double LENGTH = 0.3;

    /** A point between units and cents lost or gained, or taken for one between thousands. */
    private static final double SEPARATOR = 1;

    private static final Pattern SHIFTED = Pattern.compile("0{2,3}");

    private Slips() {}

    /**
     * 1 for one digit changed or swapped with its neighbour, or the point before cents lost; more
     * for a digit lost, and for more.
     */
    static double cost(Money printed, Money needed) {
        if (printed.equals(needed.negated())) {
            return SIGN;
        }
        boolean whole = printed.isInCents() && needed.isInCents();
        double sign = printed.isNegative() == needed.isNegative() ? 0 : SIGN;
        String one = digits(printed, whole);
        String two = digits(needed, whole);
        return isShifted(one, two) || isShifted(two, one)
                ? sign + SEPARATOR
                : sign + distance(one, two) + LENGTH * Math.abs(one.length() - two.length());
    }

    private static boolean isShifted(String more, String fewer) {
        return more.startsWith(fewer) && SHIFTED.matcher(more.substring(fewer.length())).matches();
    }

    private static String digits(Money money, boolean whole) {
        return Long.toString(Math.abs(whole ? money.cents() : money.thousandths()));
    }

    /** Least number of digits to change, lose, gain or swap with a neighbour. */
    private static int distance(String one, String two) {
        int[][] least = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
                least[i][j] =
                        Math.min(
                                least[i - 1][j - 1] + change,
                                Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && one.charAt(i - 1) == two.charAt(j - 2)
                                && one.charAt(i - 2) == two.charAt(j - 1);
                if (swapped) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[one.length()][two.length()];
    }
}
