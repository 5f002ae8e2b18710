package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import za.co.spikedata.engine.model.Money;

/**
 * Parts digits that end a text from the figure they touch. No more than three digits may stand
 * before a figure's first separator, and of the figures this leaves the balances tell which.
 */
final class GluedDigits {
    /** No more groups than a figure of money has, so that it can be counted. */
    private static final Pattern GLUED = Pattern.compile("\\d{4,}(?:[,.']\\d{3}){1,3}[.,]\\d{2}");

    private static final int FIRST_GROUP = 3;
    private static final int THOUSANDTHS_A_CENT = 10;

    private GluedDigits() {}

    /** Behind a text on the line stands a word that is no figure for its many first digits. */
    static boolean mayHold(LineText line, int word) {
        return word > 0
                && line.length(word) > 2 * FIRST_GROUP
                && line.gapBefore(word) == LineText.NEAR
                && isLong(line.words().get(word).text());
    }

    private static boolean isLong(String text) {
        return Character.isDigit(text.charAt(FIRST_GROUP)) && GLUED.matcher(text).matches();
    }

    /** Where in the word the one figure begins that leads from a balance beside to the line's. */
    static OptionalInt figureStart(List<TokenLine> lines, int at, int word) {
        Optional<Money> balance = balance(lines.get(at), word);
        if (balance.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = lines.get(at).words().get(word).text();
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        int found = -1;
        for (int start = digits - FIRST_GROUP; start < digits; start++) {
            Money figure = figure(text.substring(start));
            boolean leads =
                    text.charAt(start) != '0'
                            && (leads(neighbour(lines, at, -1), figure, balance.get())
                                    || leads(neighbour(lines, at, 1), figure, balance.get()));
            if (leads && found >= 0) {
                return OptionalInt.empty();
            }
            found = leads ? start : found;
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static Money figure(String text) {
        return Money.ofThousandths(Long.parseLong(text.replaceAll("\\D", "")) * THOUSANDTHS_A_CENT);
    }

    private static boolean leads(Optional<Money> from, Money figure, Money to) {
        return from.filter(each -> each.plus(figure).equals(to) || each.minus(figure).equals(to))
                .isPresent();
    }

    /** The last figure of the nearest line above or below that holds one. */
    private static Optional<Money> neighbour(List<TokenLine> lines, int at, int step) {
        for (int i = at + step; i >= 0 && i < lines.size(); i += step) {
            if (lines.get(i).hasStrongMoney()) {
                return balance(lines.get(i), -1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Money> balance(TokenLine line, int after) {
        return line.money().stream()
                .filter(each -> each.strong() && each.firstWord() > after)
                .reduce((_, last) -> last)
                .map(each ->
                        each.mark() == MoneyToken.Mark.DEBIT
                                ? each.signed().negated()
                                : each.signed());
    }
}
