package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.TokenLine;

/**
 * A balance called current is that of the day a paper was printed. Where that day is after the
 * period of the rows, as on a print of a past month, it need not be the balance they close with.
 *
 * @param others the figures without current balances of another day
 * @param later current balances of another day
 */
record CurrentBalances(List<PrintedFigure> others, List<PrintedFigure> later) {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:h]\\d{2}.*");
    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?:printed|print date|date printed|generated|downloaded|exported|requested|created"
                            + "|gedruk|gegenereer|afgelaai|uitgevoer|drukdatum)(?: (?:on|at|op|date))?\\s*:?\\s*",
                    Pattern.CASE_INSENSITIVE);

    /**
     * Parts the figures beside a chain of rows.
     *
     * @param around the lines that are no rows
     */
    static CurrentBalances of(
            List<PrintedFigure> figures,
            Reading reading,
            Segment segment,
            Calendar calendar,
            List<TokenLine> around) {
        boolean isOlder =
                reading.rules().balance() >= 0
                        && segment.closing().isPresent()
                        && figures.stream().anyMatch(PrintedFigure::current)
                        && around.stream().anyMatch(line -> isPrintedAfter(line, calendar));
        Predicate<PrintedFigure> isLater =
                each -> isOlder && isOther(each, segment.closing().get());
        return new CurrentBalances(
                figures.stream().filter(isLater.negate()).toList(),
                figures.stream().filter(isLater).toList());
    }

    private static boolean isOther(PrintedFigure figure, Money closing) {
        return figure.current() && !closing.isSizeOf(figure.token().magnitude());
    }

    /**
     * Where such a balance stands, if nothing else says what the rows close with: it may as well be
     * what a newest row led to that is lost.
     */
    Optional<Place> unclosed(List<Figure> closings) {
        return later.stream().filter(_ -> closings.isEmpty()).findFirst().map(PrintedFigure::place);
    }

    private static boolean isPrintedAfter(TokenLine line, Calendar calendar) {
        Optional<LocalDate> end = calendar.period().map(Period::to);
        return end.isPresent()
                && line.dates().stream()
                        .filter(date -> date.hasYear() && isOfPrinting(line, date))
                        .flatMap(date -> calendar.day(date, -1).stream())
                        .anyMatch(end.get()::isBefore);
    }

    /** A time of day stands behind it, or words before it say so. */
    private static boolean isOfPrinting(TokenLine line, DateToken date) {
        int next = date.lastWord() + 1;
        boolean timed =
                next < line.words().size() && TIME.matcher(line.words().get(next).text()).matches();
        return timed
                || date.firstWord() > 0
                        && PRINTED.matcher(line.text().printed(0, date.firstWord() - 1)).find();
    }
}
