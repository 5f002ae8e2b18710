package za.co.spikedata.retention;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** When a person's things were under legal hold; why is told to administrators alone. */
@Component
class CopiedHolds implements Copied {
    private final HoldTable holds;
    private final Beginnings beginnings;

    CopiedHolds(HoldTable holds, Beginnings beginnings) {
        this.holds = holds;
        this.beginnings = beginnings;
    }

    private record Held(String since, Optional<String> until) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var since = beginnings.of(tenant, person).orElse(Instant.EPOCH);
        var held =
                holds.of(tenant, person, since).stream()
                        .map(span ->
                                new Held(
                                        span.placed().toString(),
                                        span.lifted().map(Object::toString)))
                        .toList();
        parcel.addList("legal-holds.json", "legal holds", held);
    }
}
