package za.co.spikedata.domains;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.People;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Asks DNS again whether proven hosts are still their tenants'. A host that works is not cut off
 * for what DNS says: the administrators are told, their page shows it, and they decide.
 */
@Component
class Proofs {
    private static final Duration WHILE_IT_HOLDS = Duration.ofHours(12);

    /** After a miss, and after an answer that never came. */
    static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    /** In the trail, whoever found that a host is proven no more. */
    private static final String BY = "dns";

    private final ProofTable proofs;
    private final ClaimTable claims;
    private final TextRecords dns;
    private final People people;
    private final Outbox outbox;
    private final Origins origins;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Proofs(
            ProofTable proofs,
            ClaimTable claims,
            TextRecords dns,
            People people,
            Outbox outbox,
            Origins origins,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.proofs = proofs;
        this.claims = claims;
        this.dns = dns;
        this.people = people;
        this.outbox = outbox;
        this.origins = origins;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    void look(Tenant tenant) {
        look(tenant, clock.instant());
    }

    void look(Tenant tenant, Instant now) {
        var until = now.plus(BETWEEN_TRIES);
        var proven = now.minus(WHILE_IT_HOLDS);
        for (var due = proofs.takeDue(tenant.id(), now, proven, until);
                due.isPresent();
                due = proofs.takeDue(tenant.id(), now, proven, until)) {
            claims.find(tenant.id(), due.get()).ifPresent(claim -> look(tenant, claim, now));
        }
    }

    /**
     * Asks now, since somebody says that DNS was put right. Not yet is no further miss: whoever is
     * impatient is not told off for it.
     */
    Domains.Outcome lookNow(TenantId tenant, Claim claim) {
        return switch (dns.of(claim.recordName())) {
            case TextRecords.Answer.Unknown() -> Domains.Outcome.NO_ANSWER;
            case TextRecords.Answer.Texts(var texts) -> {
                if (!claim.isProvenBy(texts)) {
                    yield Domains.Outcome.NOT_YET;
                }
                proofs.hold(tenant, claim.host(), clock.instant().plus(WHILE_IT_HOLDS));
                yield Domains.Outcome.HELD;
            }
        };
    }

    private void look(Tenant tenant, Claim claim, Instant now) {
        switch (dns.of(claim.recordName())) {
            case TextRecords.Answer.Unknown() -> {
                // Nobody answered: that says nothing of the host.
            }
            case TextRecords.Answer.Texts(var texts) -> {
                if (claim.isProvenBy(texts)) {
                    proofs.hold(tenant.id(), claim.host(), now.plus(WHILE_IT_HOLDS));
                } else {
                    miss(tenant, claim);
                }
            }
        }
    }

    /** Told once, with the miss that makes it doubted. */
    private void miss(Tenant tenant, Claim claim) {
        database.run(
                tenant.id(),
                () -> {
                    if (proofs.miss(tenant.id(), claim.host()) == Claim.MISSES) {
                        audit.record(tenant.id(), BY, "domain.doubted", claim.host());
                        var link = origins.url(tenant, "/domains");
                        for (var email : people.administrators(tenant.id())) {
                            outbox.send(
                                    tenant.id(),
                                    email,
                                    "domain-doubted",
                                    claim.host(),
                                    claim.recordName(),
                                    claim.recordValue(),
                                    link);
                        }
                    }
                });
    }
}
