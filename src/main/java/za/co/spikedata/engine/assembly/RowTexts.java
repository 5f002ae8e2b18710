package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Weekdays;

/** Tells the words of a description from entry numbers, card numbers and kinds beside it. */
final class RowTexts {
    private static final double SNAP_POINTS = 4;

    /** How far right of where dates start a time printed below a date may stand, in points. */
    private static final double TIME_POINTS = 30;

    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:h]\\d{2}(:\\d{2})?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern RATE = Pattern.compile("\\d{1,3}[.,]\\d{1,4} ?%");

    private final List<List<Cell>> own;

    RowTexts(Grid grid) {
        own = new ArrayList<>(grid.rows().size());
        for (RowLine row : grid.rows()) {
            own.add(cells(grid, row.tokens(), withoutWeekday(row)));
        }
    }

    /** The day of the week right before a row's date is a part of the date. */
    private static List<Integer> withoutWeekday(RowLine row) {
        int before = row.date().map(DateToken::firstWord).orElse(0) - 1;
        if (before < 0 || !Weekdays.names(row.tokens().words().get(before).text())) {
            return row.words();
        }
        return row.words().stream().filter(word -> word != before).toList();
    }

    /** The text cells of a row's own line, in printed order, by the row's index in the table. */
    List<Cell> cells(int row) {
        return own.get(row);
    }

    /** The text cells of a wrapped line. */
    List<Cell> cells(Grid grid, TokenLine line) {
        if (isDay(line)) {
            return List.of();
        }
        Optional<DateToken> date = date(grid, line);
        var words = new ArrayList<Integer>();
        for (int i = 0; i < line.words().size(); i++) {
            if (!isIn(date, i) && !isTime(grid, line, i)) {
                words.add(i);
            }
        }
        return cells(grid, line, words);
    }

    /** A day of the week and its date, which head the rows below them. */
    private static boolean isDay(TokenLine line) {
        return line.leadingDate()
                .filter(date -> date.firstWord() == 1)
                .filter(date -> date.lastWord() == line.words().size() - 1)
                .isPresent();
    }

    boolean speaks(int row) {
        return speak(cells(row));
    }

    /** Whether any of the cells describes a row. */
    static boolean speak(List<Cell> cells) {
        for (Cell cell : cells) {
            if (isDescription(cell)) {
                return true;
            }
        }
        return false;
    }

    static boolean isDescription(Cell cell) {
        return cell.column() == Cell.Column.DESCRIPTION || cell.column() == Cell.Column.REFERENCE;
    }

    boolean startsWithDate(Grid grid, TokenLine line) {
        return date(grid, line).isPresent();
    }

    /** Left edge of the first word after the date, free of the strip's shift. */
    double textLeft(Grid grid, TokenLine line) {
        Optional<DateToken> date = date(grid, line);
        double shift = grid.section().shift(line);
        for (int i = 0; i < line.words().size(); i++) {
            if (!isIn(date, i)
                    && !isTime(grid, line, i)
                    && isOfTable(grid, line, line.words().get(i))) {
                return line.words().get(i).box().left() - shift;
            }
        }
        return Double.MAX_VALUE;
    }

    /** Left edges of descriptions, one of which may stand behind a code, likewise. */
    DoubleStream descriptionLefts(Grid grid, TokenLine line) {
        return cells(grid, line).stream()
                .filter(RowTexts::isDescription)
                .mapToDouble(cell -> cell.place().box().left() - grid.section().shift(line));
    }

    private static boolean isIn(Optional<DateToken> date, int word) {
        return date.isPresent() && word >= date.get().firstWord() && word <= date.get().lastWord();
    }

    /** A time of day or the year, printed below a date, says nothing of the row. */
    private static boolean isTime(Grid grid, TokenLine line, int word) {
        double left = line.words().get(word).box().left() - grid.section().shift(line);
        String text = line.words().get(word).text();
        return left < grid.dateLeft() + TIME_POINTS
                && (TIME.matcher(text).matches()
                        || word == 0 && YEAR.matcher(text).matches() && !touches(line, 0, 1));
    }

    /** A line of text right below a row that begins with a date and holds no figure. */
    boolean isDateBelow(Grid grid, RowLine row, int below) {
        TokenLine line = grid.section().lines().get(below);
        return !line.hasStrongMoney()
                && line.strip() == row.tokens().strip()
                && startsWithDate(grid, line);
    }

    /** Where most first descriptions of a row start, and any text of most rows. */
    double[] usualLefts(Grid grid) {
        double[] firsts = new double[grid.rows().size()];
        var counts = new TreeMap<Long, Integer>();
        int count = 0;
        for (int i = 0; i < firsts.length; i++) {
            double shift = grid.section().shift(grid.rows().get(i).tokens());
            boolean first = true;
            for (Cell cell : cells(i)) {
                if (isDescription(cell)) {
                    double left = cell.place().box().left() - shift;
                    counts.merge(Math.round(left), 1, Integer::sum);
                    if (first) {
                        firsts[count++] = left;
                        first = false;
                    }
                }
            }
        }
        Arrays.sort(firsts, 0, count);
        double usual = count == 0 ? headedLeft(grid) : firsts[count / 2];
        int rows = count;
        return DoubleStream.concat(
                        DoubleStream.of(usual),
                        counts.entrySet().stream()
                                .filter(each -> rows > 1 && each.getValue() * 2 > rows)
                                .mapToDouble(Map.Entry::getKey))
                .toArray();
    }

    /** Where the heading of descriptions starts, or the leftmost text may. */
    private static double headedLeft(Grid grid) {
        return grid.section().header().stream()
                .flatMap(header -> header.labels().stream())
                .filter(label -> label.heading() == Heading.DESCRIPTION)
                .mapToDouble(Header.Label::left)
                .findFirst()
                .orElse(0);
    }

    /** Not beside the table, and not in the large letters of a stamp over it. */
    private static boolean isOfTable(Grid grid, TokenLine line, Word word) {
        return grid.edges().hold(word, grid.section().shift(line));
    }

    private static Optional<DateToken> date(Grid grid, TokenLine line) {
        double shift = grid.section().shift(line);
        for (DateToken date : line.dates()) {
            if (!date.weak() && Math.abs(date.box().left() - shift - grid.dateLeft()) < 8) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private static List<Cell> cells(Grid grid, TokenLine line, List<Integer> words) {
        List<Integer> inside = inside(grid, line, words);
        return inside.isEmpty() ? List.of() : parted(grid, line, inside);
    }

    /** The words that are the table's: mostly all. */
    private static List<Integer> inside(Grid grid, TokenLine line, List<Integer> words) {
        double shift = grid.section().shift(line);
        if (grid.edges().holdAll(line, shift)) {
            return words;
        }
        var inside = new ArrayList<Integer>();
        for (int each : words) {
            boolean goesOn = !inside.isEmpty() && goesOn(line, inside.getLast(), each);
            if (goesOn || grid.edges().hold(line.words().get(each), shift)) {
                inside.add(each);
            }
        }
        return inside;
    }

    /** A phrase that begins in the table may run on beyond its headings. */
    private static boolean goesOn(TokenLine line, int before, int word) {
        return touches(line, before, word)
                && line.words().get(word).size() == line.words().get(before).size();
    }

    private static List<Cell> parted(Grid grid, TokenLine line, List<Integer> words) {
        var cells = new ArrayList<Cell>(1);
        int start = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends =
                    i == words.size()
                            || isBar(line, words.get(i))
                            || isBar(line, words.get(i - 1))
                            || !touches(line, words.get(i - 1), words.get(i));
            if (ends) {
                cell(grid, line, words.subList(start, i)).ifPresent(cells::add);
                start = i;
            }
        }
        return cells;
    }

    /** A stroke that rules columns off, typed where others draw a line. */
    private static boolean isBar(TokenLine line, int word) {
        String text = line.words().get(word).text();
        return text.equals("|") || text.equals("\u00A6") || text.equals("\u2502");
    }

    private static boolean touches(TokenLine line, int one, int two) {
        if (two == line.words().size()) {
            return false;
        }
        Word left = line.words().get(one);
        Word right = line.words().get(two);
        return two == one + 1 && right.box().left() - left.box().right() < 0.8 * left.size();
    }

    private static Optional<Cell> cell(Grid grid, TokenLine line, List<Integer> words) {
        String text = line.text().printed(words.getFirst(), words.getLast());
        if (!saysSomething(text)) {
            return Optional.empty();
        }
        Box box = line.text().box(words.getFirst(), words.getLast());
        Cell.Column column =
                text.endsWith("%") && RATE.matcher(text).matches()
                        ? Cell.Column.OTHER
                        : column(grid, line, box, NUMBER.matcher(text).matches());
        return Optional.of(new Cell(column, text, new Place(line.page(), box)));
    }

    /** The sign of the rand stands in its column where an amount is left out. */
    private static boolean saysSomething(String text) {
        if (text.equals("R")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What text at a place of a line is, by the heading it stands under.
     *
     * @param isNumber such as a rate: it may end where its heading does, and begin before it
     */
    static Cell.Column column(Grid grid, TokenLine line, Box box, boolean isNumber) {
        double left = box.left() - grid.section().shift(line);
        if (grid.section().header().isEmpty()) {
            return Cell.Column.DESCRIPTION;
        }
        List<Header.Label> labels = grid.section().header().get().labels();
        Header.Label nearest = labels.getFirst();
        for (Header.Label each : labels) {
            nearest = each.left() <= left + SNAP_POINTS ? each : nearest;
        }
        double right = box.right() - grid.section().shift(line);
        for (Header.Label each : labels) {
            boolean endsBelow = isNumber && Math.abs(each.right() - right) < SNAP_POINTS;
            nearest = endsBelow ? each : nearest;
        }
        return switch (nearest.heading()) {
            case SIDE -> Cell.Column.SIDE;
            case OTHER -> Cell.Column.OTHER;
            case REFERENCE -> Cell.Column.REFERENCE;
            case DATE,
                    VALUE_DATE,
                    DESCRIPTION,
                    FEE,
                    ACCRUED,
                    DEBIT,
                    CREDIT,
                    BALANCE,
                    AMOUNT,
                    FIGURE ->
                    Cell.Column.DESCRIPTION;
        };
    }
}
