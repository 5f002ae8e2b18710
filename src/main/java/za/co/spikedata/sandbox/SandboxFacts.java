package za.co.spikedata.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says how far the programs that read PDFs are shut in, on this very machine. */
@Component
class SandboxFacts implements SecurityFacts {
    private final Sandbox sandbox;

    SandboxFacts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Fact> of(Tenant tenant) {
        return sandbox.posture()
                .map(posture -> told(posture, sandbox.isFiltered()))
                .orElse(List.of());
    }

    static List<Fact> told(Posture posture, boolean filtered) {
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.of(
                        Fact.Topic.GUARD,
                        switch (posture) {
                            case OWN_USER -> "reading.user";
                            case OWN_FILES -> "reading.files";
                            case OWN_NETWORK -> "reading.network";
                            case NOBODY_ELSE -> "reading.nobody";
                            case LIMITS_ONLY -> "reading.limits";
                        }));
        if (filtered) {
            facts.add(Fact.of(Fact.Topic.GUARD, "reading.calls"));
        }
        return List.copyOf(facts);
    }
}
