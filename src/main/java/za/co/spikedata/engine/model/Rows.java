package za.co.spikedata.engine.model;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Very many transactions that are kept as bytes and made anew when asked for, so that a statement
 * of thousands of pages takes some hundred bytes a row. Points are kept to a ten thousandth; ids
 * are places in the list, counted from 1.
 */
public final class Rows extends AbstractList<Transaction> implements RandomAccess {
    private static final Cell.Column[] COLUMNS = Cell.Column.values();

    /** Marks a cell that stands on the same line as the one before it. */
    private static final int SAME_LINE = 1 << 6;

    private static final int VALUE_DATE = 1;
    private static final int FEE = 2;
    private static final int BALANCE = 4;
    private static final int CATEGORY = 8;

    /** Rows that were added together, where each starts among the bytes. */
    private record Block(byte[] bytes, int[] starts) {}

    private final List<Block> blocks;
    private final int[] firsts;
    private final int size;

    private Rows(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.firsts = new int[blocks.size()];
        int count = 0;
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = count;
            count += blocks.get(i).starts.length;
        }
        this.size = count;
    }

    public static Rows of(List<Transaction> rows) {
        var bytes = RowBytes.empty(rows.size());
        int[] starts = new int[rows.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = bytes.place();
            write(rows.get(i), bytes);
        }
        return new Rows(List.of(new Block(bytes.written(), starts)));
    }

    /** The rows of all parts, of which none is empty, one after another. */
    public static Rows joined(List<Rows> parts) {
        var blocks = new ArrayList<Block>();
        parts.forEach(part -> blocks.addAll(part.blocks));
        return new Rows(blocks);
    }

    /** What all rows, however they are kept, add to the balance. */
    public static Money sum(List<Transaction> rows) {
        Money sum = Money.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            sum = sum.plus(rows instanceof Rows kept ? kept.amount(i) : rows.get(i).amount());
        }
        return sum;
    }

    /** The date of one of the rows, however they are kept, without all else of it. */
    public static LocalDate date(List<Transaction> rows, int index) {
        return rows instanceof Rows kept ? kept.date(index) : rows.get(index).date();
    }

    @Override
    public Transaction get(int index) {
        return read(index + 1, at(index));
    }

    private LocalDate date(int index) {
        RowBytes from = at(index);
        from.number();
        return LocalDate.ofEpochDay(from.number());
    }

    private Money amount(int index) {
        RowBytes from = at(index);
        long has = from.number();
        from.number();
        if ((has & VALUE_DATE) != 0) {
            from.number();
        }
        return Money.ofThousandths(from.number());
    }

    private RowBytes at(int index) {
        int found = Arrays.binarySearch(firsts, index);
        int block = found >= 0 ? found : -found - 2;
        Block in = blocks.get(block);
        return RowBytes.reading(in.bytes, in.starts[index - firsts[block]]);
    }

    @Override
    public int size() {
        return size;
    }

    private static void write(Transaction row, RowBytes to) {
        to.number(
                (row.valueDate().isPresent() ? VALUE_DATE : 0)
                        | (row.fee().isPresent() ? FEE : 0)
                        | (row.balance().isPresent() ? BALANCE : 0)
                        | (row.category().isPresent() ? CATEGORY : 0));
        to.number(row.date().toEpochDay());
        if (row.valueDate().isPresent()) {
            to.number(row.valueDate().get().toEpochDay());
        }
        to.number(row.amount().thousandths());
        if (row.fee().isPresent()) {
            to.number(row.fee().get().thousandths());
        }
        if (row.balance().isPresent()) {
            to.number(row.balance().get().thousandths());
        }
        if (row.category().isPresent()) {
            to.text(row.category().get());
        }
        write(row.cells(), to);
        to.number(row.description().size());
        for (String line : row.description()) {
            int cell = holding(line, row.cells());
            to.number(cell);
            if (cell < 0) {
                to.text(line);
            }
        }
    }

    private static void write(List<Cell> cells, RowBytes to) {
        to.number(cells.size());
        Place last = null;
        for (Cell cell : cells) {
            Place place = cell.place();
            boolean same =
                    last != null
                            && last.page() == place.page()
                            && last.box().top() == place.box().top()
                            && last.box().height() == place.box().height();
            to.number(cell.column().ordinal() | (same ? SAME_LINE : 0));
            to.text(cell.text());
            to.points(place.box().left());
            to.points(place.box().width());
            if (!same) {
                to.number(place.page());
                to.points(place.box().top());
                to.points(place.box().height());
            }
            last = place;
        }
    }

    private static int holding(String line, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).text().equals(line)) {
                return i;
            }
        }
        return -1;
    }

    private static Transaction read(int id, RowBytes from) {
        int has = (int) from.number();
        LocalDate date = LocalDate.ofEpochDay(from.number());
        Optional<LocalDate> valueDate =
                (has & VALUE_DATE) == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofEpochDay(from.number()));
        var amount = Money.ofThousandths(from.number());
        Optional<Money> fee = money(has & FEE, from);
        Optional<Money> balance = money(has & BALANCE, from);
        Optional<String> category =
                (has & CATEGORY) == 0 ? Optional.empty() : Optional.of(from.text());
        List<Cell> cells = cells(from);
        var description = new String[(int) from.number()];
        for (int i = 0; i < description.length; i++) {
            int cell = (int) from.number();
            description[i] = cell < 0 ? from.text() : cells.get(cell).text();
        }
        return new Transaction(
                id, date, valueDate, List.of(description), amount, fee, balance, category, cells);
    }

    private static Optional<Money> money(int has, RowBytes from) {
        return has == 0 ? Optional.empty() : Optional.of(Money.ofThousandths(from.number()));
    }

    private static List<Cell> cells(RowBytes from) {
        var cells = new Cell[(int) from.number()];
        int page = 0;
        double top = 0;
        double height = 0;
        for (int i = 0; i < cells.length; i++) {
            int column = (int) from.number();
            String text = from.text();
            double left = from.points();
            double width = from.points();
            if ((column & SAME_LINE) == 0) {
                page = (int) from.number();
                top = from.points();
                height = from.points();
            }
            cells[i] =
                    new Cell(
                            COLUMNS[column & SAME_LINE - 1],
                            text,
                            new Place(page, new Box(left, top, width, height)));
        }
        return List.of(cells);
    }
}
