package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Makes transactions and markers of a segment's steps, one after another in printed order. */
final class Drafting {
    private final Reading reading;
    private final Calendar calendar;
    private final Map<Integer, Integer> yearsAbove;
    private final Function<RowLine, List<Cell>> texts;
    private final List<Cell.Column> columns;
    private final boolean inParts;
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final List<Step> made = new ArrayList<>();
    private int undated;
    private @Nullable DateToken latest;
    private int latestYear;
    private Optional<LocalDate> latestDay = Optional.empty();

    /**
     * @param yearsAbove for each line, the year that stands alone above it, if any does
     * @param texts the text cells of each row of the table
     */
    Drafting(
            Reading reading,
            Calendar calendar,
            Map<Integer, Integer> yearsAbove,
            Function<RowLine, List<Cell>> texts) {
        this.reading = reading;
        this.calendar = calendar;
        this.yearsAbove = yearsAbove;
        this.texts = texts;
        this.columns = ReadColumns.of(reading);
        this.inParts = isTotalled(reading) || !reading.rules().partSigns().isEmpty();
    }

    Draft of(List<Step> steps) {
        steps.forEach(this::add);
        return new Draft(List.copyOf(transactions), List.copyOf(markers), undated, made);
    }

    private void add(Step step) {
        RowLine row = step.row();
        int year = yearsAbove.getOrDefault(row.line(), -1);
        Optional<LocalDate> date = row.date().or(row::inherited).flatMap(token -> day(token, year));
        List<Cell> cells = cells(row, texts.apply(row));
        if (step.role() != Step.Role.TRANSACTION) {
            marker(step).ifPresent(kind -> markers.add(marker(kind, step, date, cells)));
        } else if (date.isEmpty()) {
            undated++;
        } else {
            transactions.add(transaction(step, date.get(), year, cells));
            made.add(step);
        }
    }

    /** Most rows are of the day of the row before. */
    private Optional<LocalDate> day(DateToken date, int year) {
        if (latest == null || !date.saysSameAs(latest) || year != latestYear) {
            latest = date;
            latestYear = year;
            latestDay = calendar.day(date, year);
        }
        return latestDay;
    }

    private Transaction transaction(Step step, LocalDate date, int year, List<Cell> cells) {
        RowLine row = step.row();
        return new Transaction(
                transactions.size() + 1,
                date,
                row.valueDate().flatMap(token -> calendar.day(token, year)),
                description(cells),
                step.amount(),
                fee(reading, row),
                step.balance(),
                category(cells).or(() -> inParts ? part(reading, row) : Optional.empty()),
                cells);
    }

    private Marker marker(Marker.Kind kind, Step step, Optional<LocalDate> date, List<Cell> cells) {
        return new Marker(
                kind,
                transactions.size(),
                step.row().date().isPresent() ? date : Optional.empty(),
                description(cells),
                step.balance(),
                cells);
    }

    private static Optional<Marker.Kind> marker(Step step) {
        return switch (step.role()) {
            case OPENING -> Optional.of(Marker.Kind.OPENING);
            case CLOSING -> Optional.of(Marker.Kind.CLOSING);
            case BROUGHT_FORWARD -> Optional.of(Marker.Kind.BROUGHT_FORWARD);
            case CARRIED_FORWARD -> Optional.of(Marker.Kind.CARRIED_FORWARD);
            case TOTAL -> Optional.of(Marker.Kind.TOTAL);
            case MEMO -> Optional.of(Marker.Kind.MEMO);
            case TRANSACTION, OUTSIDE -> Optional.empty();
        };
    }

    private static List<String> description(List<Cell> cells) {
        var lines = new ArrayList<String>(1);
        Place last = null;
        for (Cell cell : cells) {
            if (!RowTexts.isDescription(cell)) {
                continue;
            }
            boolean sameLine =
                    last != null
                            && last.page() == cell.place().page()
                            && Math.abs(last.box().bottom() - cell.place().box().bottom()) < 2;
            if (sameLine) {
                lines.set(lines.size() - 1, lines.getLast() + " " + cell.text());
            } else {
                lines.add(cell.text());
            }
            last = cell.place();
        }
        return lines;
    }

    /** The heading of the part a row stands in. */
    private static Optional<String> part(Reading reading, RowLine row) {
        return Optional.of(reading.grid().parts().get(row.part())).filter(each -> !each.isEmpty());
    }

    private static Optional<String> category(List<Cell> cells) {
        for (Cell cell : cells) {
            if (cell.column() == Cell.Column.SIDE) {
                return Optional.of(cell.text());
            }
        }
        return Optional.empty();
    }

    private List<Cell> cells(RowLine row, List<Cell> texts) {
        var cells = new ArrayList<Cell>(texts.size() + row.cells().size() + 2);
        if (row.date().isPresent()) {
            cells.add(date(row, row.date().get(), Cell.Column.DATE));
        }
        if (row.valueDate().isPresent()) {
            cells.add(date(row, row.valueDate().get(), Cell.Column.VALUE_DATE));
        }
        int from = cells.size();
        cells.addAll(spoken(texts));
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cells().get(i).isPresent()) {
                MoneyToken token = row.cells().get(i).get();
                if (isSaid(row, i, token, texts)) {
                    Cell said = figure(row, token, said(row, token));
                    cells.add(place(cells, from, said), said);
                } else {
                    cells.add(figure(row, token, columns.get(i)));
                }
            }
        }
        return cells;
    }

    /** A row that says nothing else says what stands in its other columns, as a cheque's number. */
    private static List<Cell> spoken(List<Cell> texts) {
        return RowTexts.speak(texts) ? texts : texts.stream().map(Drafting::spoken).toList();
    }

    private static Cell spoken(Cell cell) {
        return cell.column() == Cell.Column.OTHER
                ? new Cell(Cell.Column.DESCRIPTION, cell.text(), cell.place())
                : cell;
    }

    /**
     * A figure of a column that means nothing is a part of the description when it stands among its
     * words or below the heading of references, or is a bare number, such as a cheque's, on a row
     * that says nothing else.
     */
    private boolean isSaid(RowLine row, int column, MoneyToken token, List<Cell> texts) {
        boolean means =
                columns.get(column) != Cell.Column.OTHER
                        || reading.grid().columns().get(column).heading().isPresent();
        boolean alone = !token.strong() && !RowTexts.speak(texts);
        return !means
                && (alone || row.isInText(token) || said(row, token) == Cell.Column.REFERENCE);
    }

    private Cell.Column said(RowLine row, MoneyToken token) {
        Cell.Column under = RowTexts.column(reading.grid(), row.tokens(), token.box(), false);
        return under == Cell.Column.REFERENCE ? under : Cell.Column.DESCRIPTION;
    }

    /** Where a cell stands among the texts of its line, from left to right. */
    private static int place(List<Cell> cells, int from, Cell said) {
        int place = from;
        for (int i = from; i < cells.size(); i++) {
            Place each = cells.get(i).place();
            boolean sameLine =
                    each.page() == said.place().page()
                            && Math.abs(each.box().bottom() - said.place().box().bottom()) < 2;
            boolean before =
                    sameLine
                            ? each.box().left() < said.place().box().left()
                            : each.box().bottom() < said.place().box().bottom();
            place = before && RowTexts.isDescription(cells.get(i)) ? i + 1 : place;
        }
        return place;
    }

    private static Cell date(RowLine row, DateToken date, Cell.Column column) {
        return new Cell(column, date.text(), new Place(row.tokens().page(), date.box()));
    }

    private static Cell figure(RowLine row, MoneyToken token, Cell.Column column) {
        return new Cell(column, token.text(), new Place(row.tokens().page(), token.box()));
    }

    private static Optional<Money> fee(Reading reading, RowLine row) {
        List<Column> columns = reading.grid().columns();
        for (int i = 0; i < columns.size(); i++) {
            int sign = reading.rules().signs().get(i);
            boolean isFee = columns.get(i).heading().filter(Heading::isFee).isPresent();
            if (isFee && sign != 0 && row.cells().get(i).isPresent()) {
                Money printed = row.cells().get(i).get().signed();
                if (!printed.isZero()) {
                    return Optional.of(sign > 0 ? printed : printed.negated());
                }
            }
        }
        return Optional.empty();
    }

    /** A card's table prints a total for each of its parts. */
    private static boolean isTotalled(Reading reading) {
        return reading.rules().balance() < 0
                && reading.grid().rows().stream()
                        .anyMatch(row -> row.name() == Name.TOTAL && !row.isDated());
    }
}
