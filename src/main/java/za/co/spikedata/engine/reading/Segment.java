package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Step.Role;

/** Rows whose balances form one chain, oldest first. */
public final class Segment {
    private final List<Step> steps;
    private final List<Step> transactions;
    private final Optional<Money> opening;
    private final Optional<Money> closing;
    private final int holds;
    private final int carried;
    private final List<Break> breaks;

    /** A printed balance that does not follow. */
    public record Break(Step step, Money expected, Money printed) {}

    Segment(
            List<Step> steps,
            Optional<Money> opening,
            Optional<Money> closing,
            int holds,
            int carried,
            List<Break> breaks) {
        this.steps = List.copyOf(steps);
        this.opening = opening;
        this.closing = closing;
        this.holds = holds;
        this.carried = carried;
        this.breaks = List.copyOf(breaks);
        var moving = new ArrayList<Step>(steps.size());
        for (Step step : this.steps) {
            if (step.role() == Role.TRANSACTION) {
                moving.add(step);
            }
        }
        this.transactions = Collections.unmodifiableList(moving);
    }

    public List<Step> steps() {
        return steps;
    }

    /** The steps that move money. */
    public List<Step> transactions() {
        return transactions;
    }

    /** The balance a row printed before the first transaction. */
    public Optional<Money> opening() {
        return opening;
    }

    /** The last balance printed. */
    public Optional<Money> closing() {
        return closing;
    }

    /** Equations that hold and would break if an amount changed. */
    public int holds() {
        return holds;
    }

    /** Balances carried over a page or section that agree. */
    public int carried() {
        return carried;
    }

    public List<Break> breaks() {
        return breaks;
    }

    /** All transactions together, zero when there are none. */
    public Money sum() {
        Money sum = Money.ZERO;
        for (Step step : transactions) {
            sum = sum.plus(step.amount());
        }
        return sum;
    }
}
