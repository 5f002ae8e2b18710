package za.co.spikedata.engine.table;

import java.util.Optional;
import za.co.spikedata.engine.model.Place;

/**
 * A figure with a name beside or above it, such as an opening balance in a summary.
 *
 * @param current its name says that it is the balance of the day the paper was printed
 */
public record PrintedFigure(
        Vocabulary.Name name, boolean current, MoneyToken token, TokenLine at, int line) {
    /** Where the figure itself stands. */
    public Place place() {
        return new Place(at.page(), token.box());
    }

    /** The last date before the figure, as of a balance on a day. */
    public Optional<DateToken> date() {
        return at.dates().stream()
                .filter(date -> date.lastWord() < token.firstWord())
                .reduce((_, last) -> last);
    }
}
