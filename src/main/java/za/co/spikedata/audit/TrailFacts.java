package za.co.spikedata.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/** Says how the trail is kept, and what its last verification found. */
@Component
class TrailFacts implements SecurityFacts {
    private final AuditTrail trail;

    TrailFacts(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<Fact> of(Tenant tenant) {
        return List.of(
                Fact.of(Fact.Topic.TRAIL, "chain"),
                verification(tenant),
                Fact.of(Fact.Topic.RETENTION, "trail"));
    }

    private Fact verification(Tenant tenant) {
        return trail.lastVerification(tenant.id())
                .map(last ->
                        Fact.of(
                                Fact.Topic.TRAIL,
                                last.findings() == 0 ? "verified" : "broken",
                                Dates.universal(last.at())))
                .orElseGet(() -> Fact.of(Fact.Topic.TRAIL, "unverified"));
    }
}
