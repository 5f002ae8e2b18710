package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a section's dates stand.
 *
 * @param valueHeaded a heading names the second column, so that text may stand before it
 * @param weak its dates are bare digits
 * @param below each row's date begins a line below the row, before the next
 */
record DateColumns(
        Optional<Span> booked,
        Optional<Span> value,
        boolean valueHeaded,
        boolean weak,
        boolean below) {
    /** Dates whose centres lie this close share a column; half a short date, in points. */
    private static final double SNAP_POINTS = 14;

    /** Dates inside descriptions count only where a column would hold fewer than these. */
    private static final int FEW_DATES = 2;

    private static final DateColumns NONE =
            new DateColumns(Optional.empty(), Optional.empty(), false, false, false);

    /** Left edge, centre and number of the dates of a column. */
    record Span(double left, double centre, int support) {}

    /** Finds the columns from the lines that hold dates and figures. */
    static DateColumns of(Section section) {
        DateColumns free = of(section, false);
        if (free.support() >= FEW_DATES) {
            return free;
        }
        DateColumns within = of(section, true);
        return within.support() > 0 ? within : aloneOnLines(section);
    }

    /** Each day heads its rows on a line of its own. */
    private static DateColumns aloneOnLines(Section section) {
        double[][] places =
                section.lines().stream()
                        .filter(DateColumns::beginsDated)
                        .map(line -> {
                            double shift = section.shift(line);
                            DateToken date = line.dates().getFirst();
                            return new double[] {date.box().left() - shift, centre(date) - shift};
                        })
                        .sorted(Comparator.comparingDouble(place -> place[0]))
                        .toArray(double[][]::new);
        if (places.length < FEW_DATES) {
            return NONE;
        }
        double[] usual = places[places.length / 2];
        return new DateColumns(
                Optional.of(new Span(usual[0], usual[1], places.length)),
                Optional.empty(),
                false,
                false,
                areBelow(section.lines()));
    }

    /** Most rows have a date of their own before the next row, and the first row none above. */
    private static boolean areBelow(List<TokenLine> lines) {
        int rows = 0;
        int dated = 0;
        boolean open = false;
        for (TokenLine line : lines) {
            if (beginsDated(line)) {
                if (rows == 0) {
                    return false;
                }
                dated += open ? 1 : 0;
                open = false;
            } else if (line.hasStrongMoney()) {
                open = line.name() == Vocabulary.Name.NONE;
                rows += open ? 1 : 0;
            }
        }
        return dated * 2 > rows;
    }

    static boolean beginsDated(TokenLine line) {
        return !line.hasStrongMoney() && line.leadingDate().isPresent();
    }

    private static DateColumns of(Section section, boolean embedded) {
        List<Span> strong = spans(section, false, embedded);
        List<Span> weak = spans(section, true, embedded);
        int strongest = strong.stream().mapToInt(Span::support).max().orElse(0);
        int weakest = weak.stream().mapToInt(Span::support).max().orElse(0);
        boolean isWeak = weakest >= 2 && weakest > strongest * 3 / 2;
        List<Span> chosen = isWeak ? weak : strong;
        int most = Math.max(strongest, isWeak ? weakest : 0);
        List<Span> main =
                chosen.stream()
                        .filter(span -> span.support() * 2 >= most)
                        .sorted(Comparator.comparingDouble(Span::left))
                        .toList();
        if (main.isEmpty()) {
            return NONE;
        }
        if (main.size() == 1) {
            return new DateColumns(
                    Optional.of(main.getFirst()), Optional.empty(), false, isWeak, false);
        }
        boolean valueFirst =
                headed(section, main.getFirst(), Heading.VALUE_DATE)
                        && headed(section, main.get(1), Heading.DATE);
        return new DateColumns(
                Optional.of(main.get(valueFirst ? 1 : 0)),
                Optional.of(main.get(valueFirst ? 0 : 1)),
                valueFirst || headed(section, main.get(1), Heading.VALUE_DATE),
                isWeak,
                false);
    }

    private static boolean headed(Section section, Span span, Heading heading) {
        return section.header().stream()
                .flatMap(header -> header.labels().stream())
                .filter(label -> label.left() <= span.centre && span.left <= label.right())
                .anyMatch(label -> label.heading() == heading);
    }

    private int support() {
        return booked.map(Span::support).orElse(0);
    }

    Optional<DateToken> bookedIn(TokenLine line, double shift) {
        return line.dates().isEmpty() || booked.isEmpty()
                ? Optional.empty()
                : in(line, booked.get(), shift);
    }

    /** The figure is digits of a date in one of the columns. */
    boolean hold(TokenLine line, MoneyToken figure, double shift) {
        if (!weak) {
            return false;
        }
        return Stream.of(booked, value)
                .flatMap(Optional::stream)
                .flatMap(span -> in(line, span, shift).stream())
                .anyMatch(date ->
                        figure.firstWord() <= date.lastWord()
                                && figure.lastWord() >= date.firstWord());
    }

    /**
     * @param first the line's date in the first column
     */
    Optional<DateToken> valueIn(TokenLine line, double shift, Optional<DateToken> first) {
        if (value.isEmpty() || line.dates().isEmpty()) {
            return Optional.empty();
        }
        return value.flatMap(span -> in(line, span, shift))
                .filter(date ->
                        first.isPresent()
                                && (valueHeaded
                                        || date.firstWord() <= line.afterTime(first.get())
                                                && first.get().firstWord()
                                                        <= line.afterTime(date)));
    }

    private Optional<DateToken> in(TokenLine line, Span span, double shift) {
        DateToken nearest = null;
        double least = Double.MAX_VALUE;
        List<DateToken> dates = line.dates();
        for (int i = 0; i < dates.size(); i++) {
            DateToken date = dates.get(i);
            if (date.weak() != weak) {
                continue;
            }
            double distance = Math.abs(centre(date) - shift - span.centre);
            boolean stands =
                    Math.abs(date.box().left() - shift - span.left) < 5 || distance < SNAP_POINTS;
            if (stands && distance < least) {
                nearest = date;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static double centre(DateToken date) {
        return date.box().left() + date.box().width() / 2;
    }

    private static List<Span> spans(Section section, boolean weak, boolean embedded) {
        var found = new ArrayList<double[]>();
        for (TokenLine line : section.lines()) {
            if (line.hasStrongMoney() || line.money().size() > 1) {
                for (DateToken date : line.dates()) {
                    if (date.weak() == weak && (embedded || !line.isEmbedded(date))) {
                        double shift = section.shift(line);
                        found.add(new double[] {date.box().left() - shift, centre(date) - shift});
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(each -> each[1]));
        var spans = new ArrayList<Span>();
        int start = 0;
        for (int i = 1; i <= found.size(); i++) {
            if (i == found.size() || found.get(i)[1] - found.get(i - 1)[1] > SNAP_POINTS / 2) {
                double left = Double.MAX_VALUE;
                for (double[] each : found.subList(start, i)) {
                    left = Math.min(left, each[0]);
                }
                spans.add(new Span(left, found.get((start + i - 1) / 2)[1], i - start));
                start = i;
            }
        }
        return spans;
    }
}
