package za.co.spikedata.domains;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** Brings hosts certificates of the authority, and the next ones in time. */
@Component
class Issuing {
    static final TaskDescriptor<Job> ISSUE = TaskDescriptor.of("issue-certificate", Job.class);

    private static final Logger LOG = LoggerFactory.getLogger(Issuing.class);

    /** In the trail, the one who brought a certificate that nobody pasted. */
    private static final String BY = "authority";

    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    private final Authority authority;
    private final ClaimTable claims;
    private final DomainCertificates certificates;
    private final Clock clock;

    Issuing(Authority authority, ClaimTable claims, DomainCertificates certificates, Clock clock) {
        this.authority = authority;
        this.claims = claims;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Names the tenant whose hosts need certificates. */
    record Job(TenantId tenant) implements Serializable {}

    /** Asks, in the caller's transaction, that some node orders what is due. */
    static void goOn(Scheduler jobs, TenantId tenant, Instant now) {
        jobs.scheduleIfNotExists(
                ISSUE.instance(UUID.randomUUID().toString())
                        .data(new Job(tenant))
                        .scheduledTo(now));
    }

    /** Orders what is due; what is ordered elsewhere or fails is left for an hour. */
    void issue(TenantId tenant) throws InterruptedException {
        if (!authority.isThere()) {
            return;
        }
        var now = clock.instant();
        var until = now.plus(BETWEEN_TRIES);
        for (var due = claims.takeDue(tenant, now, until);
                due.isPresent();
                due = claims.takeDue(tenant, now, until)) {
            issue(tenant, due.get());
        }
    }

    /** What breaks off here must not keep other hosts from theirs. */
    private void issue(TenantId tenant, String host) throws InterruptedException {
        try {
            var outcome =
                    authority.order(host, challenge -> claims.publish(tenant, host, challenge));
            switch (outcome) {
                case Authority.Outcome.Issued(var certificate) ->
                        certificates.keep(tenant, BY, host, certificate, renewal(certificate));
                case Authority.Outcome.Failed(var fault) -> claims.fail(tenant, host, fault);
            }
        } catch (RuntimeException broken) {
            LOG.error("Expected a certificate for a host of {}", tenant, broken);
            claims.fail(tenant, host, Authority.Fault.REFUSED);
        }
    }

    /** With a third of its life left. */
    private static Instant renewal(ServerCertificate certificate) {
        var own = certificate.chain().getFirst();
        var life = Duration.between(own.getNotBefore().toInstant(), own.getNotAfter().toInstant());
        return own.getNotAfter().toInstant().minus(life.dividedBy(3));
    }
}
