package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * A line right behind a table's newest row that leads on from its balance, by one figure to
 * another, is a row as well, even if its date says nothing.
 */
final class LostEnd {
    private static final double SLACK_POINTS = 3;

    private LostEnd() {}

    /**
     * Where such a line stands, if one does.
     *
     * @param lines of the file
     * @param others all tables of statements in it
     */
    static Optional<Place> of(List<TokenLine> lines, Found found, List<Found> others) {
        if (found.reading().rules().balance() < 0 || found.segment().closing().isEmpty()) {
            return Optional.empty();
        }
        IntStream behind =
                found.reading().rules().newestFirst()
                        ? IntStream.iterate(found.firstLine() - 1, i -> i >= 0, i -> i - 1)
                        : IntStream.range(found.lastLine() + 1, lines.size());
        return behind.filter(i -> lines.get(i).hasStrongMoney())
                .limit(1)
                .filter(i -> others.stream().noneMatch(each -> each.holdsLine(i)))
                .mapToObj(lines::get)
                .filter(line -> leadsOn(found, line.money()))
                .findFirst()
                .map(TokenLine::place);
    }

    /** The last figure stands among the balances, and one before it among the amounts. */
    private static boolean leadsOn(Found found, List<MoneyToken> figures) {
        MoneyToken balance = figures.getLast();
        Money last = found.segment().closing().orElseThrow();
        return isBelow(found, found.reading().rules().balance(), balance)
                && figures.subList(0, figures.size() - 1).stream()
                        .filter(amount -> !amount.magnitude().isZero())
                        .filter(amount -> leads(last, amount.magnitude(), balance.magnitude()))
                        .anyMatch(amount -> isAmongAmounts(found, amount));
    }

    private static boolean leads(Money last, Money amount, Money balance) {
        return balance.isSizeOf(last.plus(amount)) || balance.isSizeOf(last.minus(amount));
    }

    private static boolean isAmongAmounts(Found found, MoneyToken figure) {
        List<Integer> signs = found.reading().rules().signs();
        return IntStream.range(0, signs.size())
                .anyMatch(column -> signs.get(column) != 0 && isBelow(found, column, figure));
    }

    private static boolean isBelow(Found found, int column, MoneyToken figure) {
        return found.segment().transactions().stream()
                .flatMap(step -> step.row().cells().get(column).stream())
                .anyMatch(cell -> isAligned(cell.box(), figure.box()));
    }

    private static boolean isAligned(Box one, Box other) {
        return Math.abs(one.right() - other.right()) < SLACK_POINTS
                || Math.abs(one.left() - other.left()) < SLACK_POINTS;
    }
}
