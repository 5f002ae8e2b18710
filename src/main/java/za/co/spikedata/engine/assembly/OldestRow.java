package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.reading.MarkRule;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** The row from which a chain runs: no balance before it tells whether it was read rightly. */
final class OldestRow {
    private final Reading reading;
    private final Segment segment;

    private OldestRow(Reading reading, Segment segment) {
        this.reading = reading;
        this.segment = segment;
    }

    /** Whether its amount is read as those of rows that balances prove, or its way is told. */
    static boolean isReadAsOthers(Reading reading, Segment segment) {
        return new OldestRow(reading, segment).isReadAsOthers();
    }

    private boolean isReadAsOthers() {
        List<Step> rows = segment.transactions();
        if (isCutOff() || isBelowUndated()) {
            return false;
        }
        if (reading.rules().amounts() == MarkRule.WORD_IN_ROW
                && rows.getFirst().row().side() == 0) {
            return false;
        }
        for (int i = 0; i < reading.grid().columns().size(); i++) {
            int column = i;
            int sign = reading.rules().signs().get(i);
            if (sign == 0 && isFeeOf(rows, i)) {
                return false;
            }
            if (sign == 0 || !fills(rows.getFirst(), i)) {
                continue;
            }
            boolean minus = minus(rows.getFirst(), column);
            boolean proven = rows.stream().anyMatch(step -> isProven(step, column));
            boolean alike =
                    rows.stream()
                            .anyMatch(
                                    step -> isProven(step, column) && minus(step, column) == minus);
            Column filled = reading.grid().columns().get(i);
            boolean signed = filled.heading().filter(Heading.AMOUNT::equals).isPresent();
            boolean told = saysSign(filled, sign) && signed == proven;
            if (!alike && !told) {
                return false;
            }
        }
        return true;
    }

    /** Another statement's row stands right before the oldest, and no heading between them. */
    private boolean isCutOff() {
        List<RowLine> rows = reading.grid().rows();
        RowLine oldest = segment.steps().getFirst().row();
        int before = rows.indexOf(oldest) + (reading.rules().newestFirst() ? 1 : -1);
        if (reading.rules().balance() < 0
                || segment.opening().isPresent()
                || before < 0
                || before >= rows.size()) {
            return false;
        }
        RowLine other = rows.get(before);
        return other.isDated()
                && reading.rules().hasAmount(other)
                && reading.rules().balance(other).isPresent()
                && !(reading.rules().newestFirst() ? other : oldest).afterHeading();
    }

    /**
     * No row that balances prove tells whether a fee beside its amount moves the balance too; one
     * that is taken later does not.
     */
    private boolean isFeeOf(List<Step> rows, int column) {
        return fills(rows.getFirst(), column)
                && reading.grid().columns().get(column).heading().equals(Optional.of(Heading.FEE))
                && rows.stream().noneMatch(step -> isProven(step, column));
    }

    /** A row without a day, which no row's day could be told for, leads to the oldest. */
    private boolean isBelowUndated() {
        Step oldest = segment.transactions().getFirst();
        return oldest.balance().isPresent()
                && segment.steps().stream()
                        .takeWhile(step -> step != oldest)
                        .filter(step -> step.role() == Step.Role.OUTSIDE)
                        .map(Step::row)
                        .filter(row -> row.name() == Name.NONE && reading.rules().hasAmount(row))
                        .map(row -> reading.rules().balance(row))
                        .flatMap(Optional::stream)
                        .anyMatch(before ->
                                before.plus(oldest.amount()).equals(oldest.balance().get()));
    }

    /** The heading itself, or below a heading of amounts the figure's own sign, says its way. */
    private static boolean saysSign(Column column, int sign) {
        return column.heading()
                .filter(heading ->
                        (heading == Heading.CREDIT || heading == Heading.AMOUNT) && sign > 0
                                || heading == Heading.DEBIT)
                .isPresent();
    }

    private static boolean minus(Step step, int column) {
        return step.row().cells().get(column).filter(MoneyToken::minus).isPresent();
    }

    private static boolean isProven(Step step, int column) {
        return step.covered() && fills(step, column);
    }

    private static boolean fills(Step step, int column) {
        return step.row()
                .cells()
                .get(column)
                .filter(cell -> !cell.magnitude().isZero())
                .isPresent();
    }
}
