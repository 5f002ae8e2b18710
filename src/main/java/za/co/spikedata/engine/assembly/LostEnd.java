package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * A line right behind a table's newest row that leads on from its balance, by one figure to
 * another, is a row as well, even if its date says nothing.
 */
final class LostEnd {
    private LostEnd() {}

    /**
     * Where such a line stands, if one does.
     *
     * @param lines of the file
     * @param others all tables of statements in it
     */
    static Optional<Place> of(List<TokenLine> lines, Found found, List<Found> others) {
        Optional<Money> last = found.segment().closing();
        if (found.reading().rules().balance() < 0 || last.isEmpty()) {
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
                .filter(line -> leadsOn(last.get(), line.money()))
                .findFirst()
                .map(TokenLine::place);
    }

    private static boolean leadsOn(Money last, List<MoneyToken> figures) {
        if (figures.size() < 2 || figures.getLast().embedded()) {
            return false;
        }
        Money balance = figures.getLast().magnitude();
        return figures.subList(0, figures.size() - 1).stream()
                .map(MoneyToken::magnitude)
                .filter(amount -> !amount.isZero())
                .anyMatch(amount ->
                        balance.isSizeOf(last.plus(amount))
                                || balance.isSizeOf(last.minus(amount)));
    }
}
