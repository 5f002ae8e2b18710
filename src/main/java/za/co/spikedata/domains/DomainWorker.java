package za.co.spikedata.domains;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.Tenants;

/** Looks by itself whether DNS proves what was claimed lately, on one node. */
@Configuration(proxyBeanMethods = false)
class DomainWorker {
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    /** Whoever claims a host and never comes back is not looked up for ever. */
    private static final Duration LATELY = Duration.ofDays(14);

    @Bean
    RecurringTask<Void> proveDomains(Tenants tenants, Domains domains, Clock clock) {
        return Tasks.recurring("prove-domains", Schedules.fixedDelay(BETWEEN))
                .execute((_, _) -> {
                    var since = clock.instant().minus(LATELY);
                    for (var brand : tenants.all()) {
                        var tenant = brand.tenant().id();
                        domains.of(tenant).stream()
                                .filter(claim -> !claim.isProven())
                                .filter(claim -> claim.claimedAt().isAfter(since))
                                .forEach(claim -> domains.look(tenant, claim));
                    }
                });
    }
}
