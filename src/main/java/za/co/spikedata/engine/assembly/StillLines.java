package za.co.spikedata.engine.assembly;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Step;

/**
 * Which lines print the balance that the nearest row above or below them leads to; asked of few
 * papers.
 */
final class StillLines {
    private final @Nullable Step[] steps;
    private boolean @Nullable [] still;

    /**
     * @param steps what the row of each line turned out to be, if it is one
     */
    StillLines(@Nullable Step[] steps) {
        this.steps = steps;
    }

    boolean at(int line) {
        if (still == null) {
            still = still(steps);
        }
        return still[line];
    }

    private static boolean[] still(@Nullable Step[] steps) {
        var still = new boolean[steps.length];
        Optional<Money> before = Optional.empty();
        for (int i = 0; i < steps.length; i++) {
            still[i] = prints(steps[i], before);
            before = after(steps[i], before);
        }
        before = Optional.empty();
        for (int i = steps.length - 1; i >= 0; i--) {
            still[i] |= prints(steps[i], before);
            before = after(steps[i], before);
        }
        return still;
    }

    private static boolean prints(@Nullable Step step, Optional<Money> balance) {
        return step != null && balance.isPresent() && step.balance().equals(balance);
    }

    /** A row that counts and prints no balance leads to one that nobody printed. */
    private static Optional<Money> after(@Nullable Step step, Optional<Money> before) {
        return step != null && BegunRows.counts(step) ? step.balance() : before;
    }
}
