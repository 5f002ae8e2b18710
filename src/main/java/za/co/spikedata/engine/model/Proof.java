package za.co.spikedata.engine.model;

import java.util.List;

/**
 * The checks of one statement and the verdict they add up to.
 *
 * @param repairs single changes that would mend what is broken, the likeliest first; offers only
 */
public record Proof(Verdict verdict, List<Check> checks, List<Repair> repairs) {
    public Proof {
        checks = List.copyOf(checks);
        repairs = List.copyOf(repairs);
    }

    public Proof(Verdict verdict, List<Check> checks) {
        this(verdict, checks, List.of());
    }

    public boolean isProven() {
        return verdict == Verdict.PROVEN;
    }

    public List<Check.Broken> broken() {
        return checks.stream()
                .filter(Check.Broken.class::isInstance)
                .map(Check.Broken.class::cast)
                .toList();
    }
}
