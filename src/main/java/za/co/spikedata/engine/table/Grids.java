package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rows of a section: lines whose figures stand in the section's columns. */
public final class Grids {
    private static final double ROW_SNAP_POINTS = 5;

    public Optional<Grid> of(Section printed) {
        DateColumns dates = DateColumns.of(printed);
        if (dates.booked().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = Columns.of(printed, dates);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Section section = Touching.parted(printed, columns);
        var rows = new ArrayList<RowLine>();
        Optional<DateToken> latest = Optional.empty();
        boolean heading = false;
        var parts = new ArrayList<>(List.of(""));
        for (int i = 0; i < section.lines().size(); i++) {
            TokenLine line = section.lines().get(i);
            double shift = section.shift(line);
            Optional<DateToken> date = dates.bookedIn(line, shift);
            latest = date.isPresent() ? date : latest;
            List<Optional<MoneyToken>> cells = cells(columns, line, shift, date, dates);
            if (isAnyFilled(cells) && !section.headerLines().contains(i)) {
                RowLine row =
                        row(
                                i,
                                line,
                                date,
                                latest,
                                dates.valueIn(line, shift, date),
                                cells,
                                heading,
                                parts.size() - 1);
                rows.add(row);
                heading = false;
                if (row.name() == Vocabulary.Name.TOTAL && !row.isDated()) {
                    parts.add("");
                }
            } else if (startsRow(line, shift, dates) || section.headerLines().contains(i)) {
                if (section.headerLines().contains(i)) {
                    withoutSummary(rows);
                }
                heading |= date.isEmpty();
                if (date.isEmpty() && !section.headerLines().contains(i)) {
                    parts.add(line.printed());
                }
            }
        }
        double dateLeft = dates.booked().get().left();
        return Optional.of(
                new Grid(
                        section,
                        dateLeft,
                        columns,
                        rows,
                        parts,
                        Edges.of(section, dateLeft, columns, rows),
                        List.of()));
    }

    /** Undated figures between a title and the headings below it are a summary, not rows. */
    private static void withoutSummary(List<RowLine> rows) {
        int first = rows.size();
        while (first > 0
                && !rows.get(first - 1).isDated()
                && rows.get(first - 1).name() == Vocabulary.Name.NONE) {
            first--;
        }
        if (first < rows.size() && rows.get(first).afterHeading()) {
            rows.subList(first, rows.size()).clear();
        }
    }

    private static boolean isAnyFilled(List<Optional<MoneyToken>> cells) {
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<Optional<MoneyToken>> cells(
            List<Column> columns,
            TokenLine line,
            double shift,
            Optional<DateToken> date,
            DateColumns dates) {
        var cells = new ArrayList<Optional<MoneyToken>>();
        for (Column column : columns) {
            MoneyToken best = null;
            for (MoneyToken token : line.money()) {
                boolean isDate =
                        date.isPresent()
                                && token.firstWord() <= date.get().lastWord()
                                && token.lastWord() >= date.get().firstWord();
                if (isDate
                        || dates.hold(line, token, shift)
                        || !column.takes(token, shift)
                        || isTaken(cells, token)) {
                    continue;
                }
                if (best == null || column.distance(token, shift) < column.distance(best, shift)) {
                    best = token;
                }
            }
            cells.add(Optional.ofNullable(best));
        }
        return cells;
    }

    private static boolean isTaken(List<Optional<MoneyToken>> cells, MoneyToken token) {
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent() && cell.get() == token) {
                return true;
            }
        }
        return false;
    }

    private static RowLine row(
            int index,
            TokenLine line,
            Optional<DateToken> date,
            Optional<DateToken> latest,
            Optional<DateToken> valueDate,
            List<Optional<MoneyToken>> cells,
            boolean afterHeading,
            int part) {
        var words = new ArrayList<Integer>();
        var text = new StringBuilder();
        int side = 0;
        for (int i = 0; i < line.words().size(); i++) {
            boolean inTime =
                    date.isPresent() && i > date.get().lastWord() && i < line.afterTime(date.get());
            if (inTime || isIn(i, date, valueDate, cells)) {
                continue;
            }
            words.add(i);
            String word = line.words().get(i).text();
            text.append(word).append(' ');
            int said = startsPhrase(line, i) ? side(line, i) : 0;
            side = said == 0 ? side : said;
        }
        return new RowLine(
                index,
                line,
                date,
                date.isPresent() ? Optional.empty() : latest,
                valueDate.filter(second -> date.isEmpty() || second != date.get()),
                cells,
                words,
                Vocabulary.nameOf(text.toString()),
                side,
                afterHeading,
                part);
    }

    /** Text that begins where the dates of rows do. */
    private static boolean startsRow(TokenLine line, double shift, DateColumns dates) {
        double left = line.box().left() - shift;
        return left < dates.booked().orElseThrow().left() + ROW_SNAP_POINTS
                && line.printed().chars().anyMatch(Character::isLetter);
    }

    private static boolean startsPhrase(TokenLine line, int word) {
        return line.text().gapBefore(word) != LineText.NEAR;
    }

    /** The side that the words from this one to the next wide gap say. */
    private static int side(TokenLine line, int word) {
        int last = word;
        while (last + 1 < line.words().size() && !startsPhrase(line, last + 1)) {
            last++;
        }
        LineText text = line.text();
        return Vocabulary.maySide(
                        text.text(), text.start(word), text.start(last) + text.length(last))
                ? Vocabulary.sideOf(text.printed(word, last))
                : 0;
    }

    private static boolean isIn(
            int word,
            Optional<DateToken> date,
            Optional<DateToken> valueDate,
            List<Optional<MoneyToken>> cells) {
        return covers(date, word) || covers(valueDate, word) || isFigure(word, cells);
    }

    private static boolean isFigure(int word, List<Optional<MoneyToken>> cells) {
        for (Optional<MoneyToken> cell : cells) {
            if (cell.isPresent()
                    && cell.get().firstWord() <= word
                    && word <= cell.get().lastWord()) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Optional<DateToken> date, int word) {
        return date.isPresent() && date.get().firstWord() <= word && word <= date.get().lastWord();
    }
}
