package za.co.spikedata.domains;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.People;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** Tells a tenant's administrators by mail before a certificate that they pasted ends. */
@Component
class CertificateNotices {
    /** The nearest that has come is told, once. */
    private static final List<Integer> DAYS = List.of(1, 7, 30);

    private final ClaimTable claims;
    private final People people;
    private final Outbox outbox;
    private final Origins origins;
    private final TenantDatabase database;
    private final Clock clock;

    CertificateNotices(
            ClaimTable claims,
            People people,
            Outbox outbox,
            Origins origins,
            TenantDatabase database,
            Clock clock) {
        this.claims = claims;
        this.people = people;
        this.outbox = outbox;
        this.origins = origins;
        this.database = database;
        this.clock = clock;
    }

    void look(Tenant tenant) {
        look(tenant, clock.instant());
    }

    void look(Tenant tenant, Instant now) {
        for (var claim : claims.of(tenant.id())) {
            claim.certificateUntil()
                    .filter(_ -> claim.isProven() && !claim.isIssued())
                    .ifPresent(until ->
                            due(Duration.between(now, until))
                                    .ifPresent(days -> tell(tenant, claim.host(), until, days)));
        }
    }

    private static Optional<Integer> due(Duration left) {
        return DAYS.stream().filter(days -> left.compareTo(Duration.ofDays(days)) <= 0).findFirst();
    }

    private void tell(Tenant tenant, String host, Instant until, int days) {
        var link = origins.url(tenant, "/domains");
        database.run(
                tenant.id(),
                () -> {
                    if (claims.warn(tenant.id(), host, days)) {
                        people.administrators(tenant.id())
                                .forEach(email ->
                                        outbox.send(
                                                tenant.id(),
                                                email,
                                                "certificate-ending",
                                                host,
                                                Dates.minute(until),
                                                link));
                    }
                });
    }
}
