package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Table;
import za.co.spikedata.engine.table.TokenLine;

/** Tells the words of a description from entry numbers, card numbers and kinds beside it. */
final class RowTexts {
    private static final double SNAP_POINTS = 4;

    /** The text cells of a row's own line, in printed order. */
    List<Cell> cells(Table table, RowLine row) {
        return cells(table, row.tokens(), row.words());
    }

    /** The text cells of a wrapped line. */
    List<Cell> cells(Table table, TokenLine line) {
        Optional<DateToken> date = date(table, line);
        List<Integer> words =
                IntStream.range(0, line.words().size())
                        .filter(i ->
                                date.isEmpty()
                                        || i < date.get().firstWord()
                                        || i > date.get().lastWord())
                        .boxed()
                        .toList();
        return cells(table, line, words);
    }

    boolean speaks(Table table, RowLine row) {
        return cells(table, row).stream().anyMatch(RowTexts::isDescription);
    }

    static boolean isDescription(Cell cell) {
        return cell.column() == Cell.Column.DESCRIPTION || cell.column() == Cell.Column.REFERENCE;
    }

    boolean startsWithDate(Table table, TokenLine line) {
        return date(table, line).isPresent();
    }

    /** Left edge of the first word after the date, free of the strip's shift. */
    double textLeft(Table table, TokenLine line) {
        Optional<DateToken> date = date(table, line);
        double shift = table.section().shift(line);
        for (int i = 0; i < line.words().size(); i++) {
            if (date.isEmpty() || i < date.get().firstWord() || i > date.get().lastWord()) {
                return line.words().get(i).box().left() - shift;
            }
        }
        return Double.MAX_VALUE;
    }

    /** Where most descriptions start. */
    double usualLeft(Table table) {
        double[] lefts =
                table.rows().stream()
                        .flatMap(row ->
                                cells(table, row).stream()
                                        .filter(RowTexts::isDescription)
                                        .limit(1)
                                        .map(cell ->
                                                cell.place().box().left()
                                                        - table.section().shift(row.tokens())))
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        return lefts.length == 0 ? 0 : lefts[lefts.length / 2];
    }

    private static Optional<DateToken> date(Table table, TokenLine line) {
        double shift = table.section().shift(line);
        return line.dates().stream()
                .filter(date -> !date.weak())
                .filter(date -> Math.abs(date.box().left() - shift - table.dateLeft()) < 8)
                .findFirst();
    }

    private static List<Cell> cells(Table table, TokenLine line, List<Integer> words) {
        var cells = new ArrayList<Cell>();
        int start = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size() || !touches(line, words.get(i - 1), words.get(i));
            if (ends) {
                cell(table, line, words.subList(start, i)).ifPresent(cells::add);
                start = i;
            }
        }
        return cells;
    }

    private static boolean touches(TokenLine line, int one, int two) {
        Word left = line.words().get(one);
        Word right = line.words().get(two);
        return two == one + 1 && right.box().left() - left.box().right() < 0.8 * left.size();
    }

    private static Optional<Cell> cell(Table table, TokenLine line, List<Integer> words) {
        var text = new StringBuilder();
        Box box = line.words().get(words.getFirst()).box();
        for (int word : words) {
            text.append(text.isEmpty() ? "" : " ").append(line.words().get(word).text());
            box = box.union(line.words().get(word).box());
        }
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Cell.Column column = column(table, line, box);
        return Optional.of(new Cell(column, text.toString(), new Place(line.page(), box)));
    }

    private static Cell.Column column(Table table, TokenLine line, Box box) {
        double left = box.left() - table.section().shift(line);
        Optional<Header.Label> label =
                table.section().header().stream()
                        .flatMap(header -> header.labels().stream())
                        .filter(each -> each.left() <= left + SNAP_POINTS)
                        .reduce((_, later) -> later);
        if (label.isEmpty()) {
            return Cell.Column.DESCRIPTION;
        }
        Heading heading = label.get().heading();
        return switch (heading) {
            case SIDE -> Cell.Column.SIDE;
            case OTHER -> Cell.Column.OTHER;
            case REFERENCE -> Cell.Column.REFERENCE;
            case DATE, VALUE_DATE, DESCRIPTION, FEE, DEBIT, CREDIT, BALANCE, AMOUNT ->
                    Cell.Column.DESCRIPTION;
        };
    }
}
