package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;

/**
 * How each column is filled, to choose between signs no balance can tell apart.
 *
 * @param minus figures other than zero with a minus, {@code figures} all of them
 * @param alone rows that print no other figure than this and a balance
 */
record Habits(List<Integer> minus, List<Integer> figures, List<Integer> alone) {
    static Habits of(List<RowLine> rows, int balance) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        var minus = new ArrayList<Integer>();
        var figures = new ArrayList<Integer>();
        var alone = new ArrayList<Integer>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            minus.add(
                    (int)
                            rows.stream()
                                    .filter(row -> has(row, column) && isMinus(row, column))
                                    .count());
            figures.add((int) rows.stream().filter(row -> has(row, column)).count());
            alone.add(
                    (int)
                            rows.stream()
                                    .filter(row ->
                                            has(row, column) && others(row, column, balance) == 0)
                                    .count());
        }
        return new Habits(minus, figures, alone);
    }

    /** What a column of that heading usually does: a debit printed with a minus adds its minus. */
    int sign(int column, Optional<Heading> heading) {
        boolean signed = minus.get(column) > 0;
        if (heading.isEmpty()) {
            return signed ? 1 : 0;
        }
        return switch (heading.get()) {
            case DEBIT, FEE -> minus.get(column) * 2 > figures.get(column) ? 1 : -1;
            case CREDIT, AMOUNT -> 1;
            case BALANCE, FIGURE, DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> 0;
        };
    }

    boolean standsAlone(int column) {
        return alone.get(column) > 0;
    }

    private static long others(RowLine row, int column, int balance) {
        long others = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            others += i != column && i != balance && has(row, i) ? 1 : 0;
        }
        return others;
    }

    private static boolean has(RowLine row, int column) {
        return row.cells().get(column).filter(cell -> !cell.magnitude().isZero()).isPresent();
    }

    private static boolean isMinus(RowLine row, int column) {
        return row.cells().get(column).filter(MoneyToken::minus).isPresent();
    }
}
