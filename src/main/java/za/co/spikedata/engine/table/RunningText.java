package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows printed as running text: one blank between date, words and figures, so that no figure stands
 * below another. Each of the last figures of a line is in the column of its place among them.
 *
 * @param columns from left to right
 */
record RunningText(List<Column> columns) {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_FIGURES = 2;

    /** So many of ten rows end with a figure for each column, and have no wider gap. */
    private static final int MOST_OF_TEN = 9;

    /** Right edges of one column differ by less than this many font sizes. */
    private static final double RAGGED = 3;

    RunningText {
        columns = List.copyOf(columns);
    }

    /** Nothing where figures stand in columns. */
    static Optional<RunningText> of(Section section, DateColumns dates) {
        var texts = new ArrayList<TokenLine>();
        int rows = 0;
        for (TokenLine line : section.lines()) {
            if (line.hasStrongMoney() && dates.bookedIn(line, section.shift(line)).isPresent()) {
                rows++;
                if (isOneText(line)) {
                    texts.add(line);
                }
            }
        }
        int count = usualFigures(texts);
        texts.removeIf(line -> last(line).size() < count);
        return count >= FEWEST_FIGURES
                        && texts.size() >= FEWEST_ROWS
                        && texts.size() * 10 >= rows * MOST_OF_TEN
                        && isRagged(texts)
                ? Optional.of(new RunningText(columns(section, count, texts)))
                : Optional.empty();
    }

    /** A text may itself end with a figure, so not the most. */
    private static int usualFigures(List<TokenLine> texts) {
        Map<Integer, Integer> lines = new TreeMap<>();
        texts.forEach(line -> lines.merge(last(line).size(), 1, Integer::sum));
        return lines.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** One figure or none for each column. */
    List<Optional<MoneyToken>> cells(TokenLine line) {
        var cells =
                new ArrayList<Optional<MoneyToken>>(
                        Collections.nCopies(columns.size(), Optional.empty()));
        List<MoneyToken> last = last(line);
        int count = Math.min(columns.size(), last.size());
        for (int i = 1; i <= count; i++) {
            cells.set(columns.size() - i, Optional.of(last.get(last.size() - i)));
        }
        return cells;
    }

    /** The section, the figures that its lines end with parted from words they touch. */
    static Section parted(Section section) {
        return section.with(section.lines().stream().map(Touching::partedAtEnd).toList());
    }

    private static boolean isOneText(TokenLine line) {
        for (int i = 1; i < line.words().size(); i++) {
            if (line.text().gapBefore(i) != LineText.NEAR) {
                return false;
            }
        }
        return true;
    }

    /** The figures that end the line, one right behind another. */
    private static List<MoneyToken> last(TokenLine line) {
        List<MoneyToken> figures = line.money();
        int next = line.words().size();
        int first = figures.size();
        while (first > 0
                && figures.get(first - 1).strong()
                && figures.get(first - 1).lastWord() == next - 1) {
            first--;
            next = figures.get(first).firstWord();
        }
        return figures.subList(first, figures.size());
    }

    private static boolean isRagged(List<TokenLine> lines) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (TokenLine line : lines) {
            least = Math.min(least, line.box().right());
            most = Math.max(most, line.box().right());
        }
        return most - least > RAGGED * lines.getFirst().text().largest();
    }

    private static List<Column> columns(Section section, int count, List<TokenLine> lines) {
        List<Heading> headings =
                section.header().stream()
                        .flatMap(header -> header.labels().stream())
                        .map(Header.Label::heading)
                        .filter(Heading::isMoney)
                        .toList();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < count; i++) {
            double left = Double.MAX_VALUE;
            double minRight = Double.MAX_VALUE;
            double maxRight = 0;
            for (TokenLine line : lines) {
                List<MoneyToken> figures = last(line);
                MoneyToken figure = figures.get(figures.size() - count + i);
                double shift = section.shift(line);
                left = Math.min(left, figure.box().left() - shift);
                minRight = Math.min(minRight, figure.box().right() - shift);
                maxRight = Math.max(maxRight, figure.box().right() - shift);
            }
            Optional<Heading> heading =
                    headings.size() == count ? Optional.of(headings.get(i)) : Optional.empty();
            columns.add(new Column(left, minRight, maxRight, lines.size(), heading));
        }
        return columns;
    }
}
