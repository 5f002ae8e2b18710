package za.co.spikedata.domains;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Looks by itself whether DNS proves what was claimed lately and still proves what it did, and
 * orders certificates that are due; each on one node.
 */
@Configuration(proxyBeanMethods = false)
class DomainWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DomainWorker.class);
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final Duration BETWEEN_NOTICES = Duration.ofHours(1);

    /** Whoever claims a host and never comes back is not looked up for ever. */
    private static final Duration LATELY = Duration.ofDays(14);

    @Bean
    RecurringTask<Void> proveDomains(
            Tenants tenants, ObjectProvider<Domains> domains, Clock clock) {
        return Tasks.recurring("prove-domains", Schedules.fixedDelay(BETWEEN))
                .execute((_, _) -> {
                    var since = clock.instant().minus(LATELY);
                    for (var brand : tenants.all()) {
                        var tenant = brand.tenant().id();
                        domains.getObject().of(tenant).stream()
                                .filter(claim -> !claim.isProven())
                                .filter(claim -> claim.claimedAt().isAfter(since))
                                .forEach(claim -> domains.getObject().look(tenant, claim));
                    }
                });
    }

    @Bean
    RecurringTask<Void> proveDomainsAgain(Tenants tenants, ObjectProvider<Proofs> proofs) {
        return Tasks.recurring("prove-domains-again", Schedules.fixedDelay(BETWEEN))
                .execute((_, _) ->
                        tenants.all()
                                .forEach(brand -> proveAgain(proofs.getObject(), brand.tenant())));
    }

    @Bean
    RecurringTask<Void> warnOfCertificates(
            Tenants tenants, ObjectProvider<CertificateNotices> notices) {
        return Tasks.recurring("warn-of-certificates", Schedules.fixedDelay(BETWEEN_NOTICES))
                .execute((_, _) ->
                        tenants.all().forEach(brand -> notices.getObject().look(brand.tenant())));
    }

    @Bean
    OneTimeTask<Issuing.Job> issueCertificate(ObjectProvider<Issuing> issuing) {
        return Tasks.oneTime(Issuing.ISSUE)
                .execute((job, _) -> issue(issuing.getObject(), job.getData().tenant()));
    }

    @Bean
    RecurringTask<Void> issueCertificates(Tenants tenants, ObjectProvider<Issuing> issuing) {
        return Tasks.recurring("issue-certificates", Schedules.fixedDelay(BETWEEN))
                .execute((_, _) ->
                        tenants.all()
                                .forEach(brand -> issue(issuing.getObject(), brand.tenant().id())));
    }

    /** As {@link #issue} says. */
    private static void proveAgain(Proofs proofs, Tenant tenant) {
        try {
            proofs.look(tenant);
        } catch (RuntimeException failed) {
            LOG.error("Expected to look up the hosts of {}", tenant.id(), failed);
        }
    }

    /** What fails in one tenant must not keep the others. */
    private static void issue(Issuing issuing, TenantId tenant) {
        try {
            issuing.issue(tenant);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error("Expected to order the certificates of {}", tenant, failed);
        }
    }
}
