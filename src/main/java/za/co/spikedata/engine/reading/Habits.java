package za.co.spikedata.engine.reading;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;

/** How each column is filled, to choose between signs no balance can tell apart. */
final class Habits {
    /** How many figures of each column are not zero. */
    private final int[] figures;

    /** Those with a minus. */
    private final int[] minus;

    /** Those of rows that print no other figure than this and a balance. */
    private final int[] alone;

    private Habits(int columns) {
        this.figures = new int[columns];
        this.minus = new int[columns];
        this.alone = new int[columns];
    }

    static Habits of(List<RowLine> rows, int balance) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        var habits = new Habits(columns);
        rows.forEach(row -> habits.add(row, balance));
        return habits;
    }

    private void add(RowLine row, int balance) {
        for (int i = 0; i < figures.length; i++) {
            if (has(row, i)) {
                figures[i]++;
                minus[i] += isMinus(row, i) ? 1 : 0;
                alone[i] += others(row, i, balance) == 0 ? 1 : 0;
            }
        }
    }

    /** What a column of that heading usually does: a debit printed with a minus adds its minus. */
    int sign(int column, Optional<Heading> heading) {
        boolean signed = minus[column] > 0;
        if (heading.isEmpty()) {
            return signed ? 1 : 0;
        }
        return switch (heading.get()) {
            case DEBIT, FEE, ACCRUED -> minus[column] * 2 > figures[column] ? 1 : -1;
            case CREDIT, AMOUNT -> 1;
            case BALANCE, FIGURE, DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> 0;
        };
    }

    boolean standsAlone(int column) {
        return alone[column] > 0;
    }

    private static long others(RowLine row, int column, int balance) {
        long others = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            others += i != column && i != balance && has(row, i) ? 1 : 0;
        }
        return others;
    }

    private static boolean has(RowLine row, int column) {
        Optional<MoneyToken> cell = row.cells().get(column);
        return cell.isPresent() && !cell.get().magnitude().isZero();
    }

    private static boolean isMinus(RowLine row, int column) {
        return row.cells().get(column).orElseThrow().minus();
    }
}
