package za.co.spikedata.engine.reading;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Step.Role;

/**
 * Rows whose balances form one chain, oldest first.
 *
 * @param opening the balance a row printed before the first transaction
 * @param first the first balance known; the chain is checked from there
 * @param closing the last balance printed
 * @param holds equations that hold and would break if an amount changed
 * @param carried balances carried over a page or section that agree
 */
public record Segment(
        List<Step> steps,
        Optional<Money> opening,
        Optional<Money> closing,
        int holds,
        int carried,
        List<Break> breaks) {
    /** A printed balance that does not follow. */
    public record Break(Step step, Money expected, Money printed) {}

    public Segment {
        steps = List.copyOf(steps);
        breaks = List.copyOf(breaks);
    }

    public List<Step> transactions() {
        return steps.stream().filter(step -> step.role() == Role.TRANSACTION).toList();
    }

    /** All transactions together, zero when there are none. */
    public Money sum() {
        return transactions().stream().map(Step::amount).reduce(Money.ZERO, Money::plus);
    }
}
