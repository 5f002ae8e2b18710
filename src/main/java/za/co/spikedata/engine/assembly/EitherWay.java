package za.co.spikedata.engine.assembly;

import java.util.List;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Direction;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.RowLine;

/**
 * Balances over one same amount follow down the paper, and up it with the other sign: days, a sign,
 * a word or a heading must tell which.
 */
final class EitherWay {
    private final Reading reading;
    private final List<RowLine> rows;

    private EitherWay(Reading reading, List<Step> steps) {
        this.reading = reading;
        this.rows = steps.stream().map(Step::row).toList();
    }

    /** Whether nothing printed in the table tells money in from money out. */
    static boolean reads(Reading reading, List<Step> steps, List<Transaction> booked) {
        return moveAlike(booked)
                && Direction.of(booked.stream().map(Transaction::date).toList()) == Direction.UNTOLD
                && new EitherWay(reading, steps).isBare();
    }

    private static boolean moveAlike(List<Transaction> booked) {
        return !booked.isEmpty()
                && booked.stream()
                        .map(Transaction::amount)
                        .allMatch(booked.getFirst().amount()::equals);
    }

    private boolean isBare() {
        for (int i = 0; i < reading.grid().columns().size(); i++) {
            int column = i;
            if (reading.rules().signs().get(column) != 0
                    && rows.stream().anyMatch(row -> tells(row, column))) {
                return false;
            }
        }
        return true;
    }

    private boolean tells(RowLine row, int column) {
        boolean headed =
                reading.grid()
                        .columns()
                        .get(column)
                        .heading()
                        .filter(each -> each != Heading.AMOUNT && each != Heading.FIGURE)
                        .isPresent();
        return row.cells()
                .get(column)
                .filter(cell -> headed || cell.bearsSign() || row.side() != 0)
                .isPresent();
    }
}
