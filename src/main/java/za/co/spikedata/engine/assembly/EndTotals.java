package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.MoneyToken;

/**
 * The totals below the last row of a table of running balances. They may be a page's or a day's, so
 * a column's total holds when it is the sum of any number of rows right above it. A row that was
 * passed over breaks the totals of its own columns and the balance beside them, and no others.
 */
final class EndTotals {
    private final Reading reading;
    private final List<Step> rows;

    private EndTotals(Reading reading, List<Step> rows) {
        this.reading = reading;
        this.rows = rows;
    }

    /** Where totals stand that the rows above them do not lead to, if any do. */
    static Optional<Place> unlike(Reading reading, Segment segment) {
        List<Step> steps =
                reading.rules().newestFirst() ? segment.steps().reversed() : segment.steps();
        if (reading.rules().balance() < 0
                || steps.stream().noneMatch(step -> step.role() == Step.Role.TOTAL)) {
            return Optional.empty();
        }
        var above = new ArrayList<Step>();
        Optional<Step> total = Optional.empty();
        for (Step step : steps) {
            if (step.role() == Step.Role.TRANSACTION) {
                above.add(step);
                total = Optional.empty();
            } else if (step.role() == Step.Role.TOTAL && total.isEmpty()) {
                total = Optional.of(step);
            }
        }
        var totals = new EndTotals(reading, above);
        return total.filter(totals::isUnlike).map(step -> step.row().tokens().place());
    }

    private boolean isUnlike(Step total) {
        int holding = 0;
        int failing = 0;
        for (int i = 0; i < reading.grid().columns().size(); i++) {
            Optional<MoneyToken> figure = total.row().cells().get(i);
            if (reading.rules().signs().get(i) != 0
                    && figure.isPresent()
                    && !figure.get().magnitude().isZero()) {
                boolean holds = isSum(figure.get().magnitude(), i);
                holding += holds ? 1 : 0;
                failing += holds ? 0 : 1;
            }
        }
        return failing > 0 && (holding > 0 || endsOtherwise(total));
    }

    /** The total prints another balance than the newest row or the last one above it. */
    private boolean endsOtherwise(Step total) {
        Optional<Money> printed =
                total.row().cells().get(reading.rules().balance()).map(reading.rules()::figure);
        return printed.isPresent()
                && rows.stream()
                        .flatMap(step -> step.balance().stream())
                        .noneMatch(printed.get()::isSizeOf);
    }

    private boolean isSum(Money total, int column) {
        Money sum = Money.ZERO;
        for (Step step : rows.reversed()) {
            Optional<MoneyToken> figure = step.row().cells().get(column);
            sum = figure.isPresent() ? sum.plus(figure.get().signed()) : sum;
            if (figure.isPresent() && sum.isSizeOf(total)) {
                return true;
            }
        }
        return false;
    }
}
