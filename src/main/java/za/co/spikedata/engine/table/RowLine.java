package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Optional;

/**
 * A line that holds figures of the table.
 *
 * @param line index in the section
 * @param date the row's own date, absent when it is printed once for several rows
 * @param inherited the date of the nearest dated line above, when the row prints none
 * @param cells one for each column
 * @param words indexes of the words that are neither date nor figure
 * @param afterHeading a line of text that starts where rows start stands right above
 * @param part index of the part of the table it stands in, among {@link Grid#parts()}
 * @param side +1 or -1 when a word of the row says credit or debit
 */
public record RowLine(
        int line,
        TokenLine tokens,
        Optional<DateToken> date,
        Optional<DateToken> inherited,
        Optional<DateToken> valueDate,
        List<Optional<MoneyToken>> cells,
        List<Integer> words,
        Vocabulary.Name name,
        int side,
        boolean afterHeading,
        int part) {
    public RowLine {
        cells = List.copyOf(cells);
        words = List.copyOf(words);
    }

    /** The row, its side told by something else than its words. */
    public RowLine withSide(int told) {
        return new RowLine(
                line,
                tokens,
                date,
                inherited,
                valueDate,
                cells,
                words,
                name,
                told,
                afterHeading,
                part);
    }

    /** The row as one of a larger table. */
    public RowLine in(int linesBefore, int partsBefore, List<Optional<MoneyToken>> figures) {
        return new RowLine(
                linesBefore + line,
                tokens,
                date,
                inherited,
                valueDate,
                figures,
                words,
                name,
                side,
                afterHeading,
                partsBefore + part);
    }

    public boolean isDated() {
        return date.isPresent();
    }

    /** Its last figure, wherever it stands. */
    public Optional<MoneyToken> lastFigure() {
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (cells.get(i).isPresent()) {
                return cells.get(i);
            }
        }
        return Optional.empty();
    }

    /** A word of the row's text stands a blank from the figure, so it is part of that text. */
    public boolean isInText(MoneyToken figure) {
        int next = figure.lastWord() + 1;
        return words.contains(figure.firstWord() - 1)
                        && tokens.text().gapBefore(figure.firstWord()) == LineText.NEAR
                || words.contains(next) && tokens.text().gapBefore(next) == LineText.NEAR;
    }

    /** Figures other than zero. */
    public long figures() {
        long figures = 0;
        for (Optional<MoneyToken> cell : cells) {
            figures += cell.isPresent() && !cell.get().magnitude().isZero() ? 1 : 0;
        }
        return figures;
    }
}
