package za.co.spikedata.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says how the trail is kept, and what its last verification found. */
@Component
class TrailFacts implements SecurityFacts {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

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
                                WHEN.format(last.at())))
                .orElseGet(() -> Fact.of(Fact.Topic.TRAIL, "unverified"));
    }
}
