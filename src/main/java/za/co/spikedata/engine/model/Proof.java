package za.co.spikedata.engine.model;

import java.util.List;

/** The checks of one statement and the verdict they add up to. */
public record Proof(Verdict verdict, List<Check> checks) {
    public Proof {
        checks = List.copyOf(checks);
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
