package za.co.spikedata.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.StoredTenants;

/**
 * Keeps the chains' ends outside the database every minute, and verifies all trails every day,
 * those of tenants that ended too.
 */
@Configuration(proxyBeanMethods = false)
class AuditWorker {
    private static final Logger log = LoggerFactory.getLogger(AuditWorker.class);
    private static final Duration BETWEEN_ANCHORS = Duration.ofMinutes(1);
    private static final LocalTime DAILY = LocalTime.of(2, 30);

    @Bean
    RecurringTask<Void> anchorTrails(StoredTenants tenants, Anchors anchors) {
        return Tasks.recurring("anchor-trails", FixedDelay.of(BETWEEN_ANCHORS))
                .execute((_, _) -> tenants.ids().forEach(anchors::keep));
    }

    @Bean
    RecurringTask<Void> verifyTrails(StoredTenants tenants, AuditTrail trail) {
        return Tasks.recurring("verify-trails", Schedules.daily(ZoneOffset.UTC, DAILY))
                .execute((_, _) -> {
                    for (var tenant : tenants.ids()) {
                        var verification = trail.verify(tenant);
                        if (!verification.isWhole()) {
                            log.error(
                                    "The trail of {} is not whole: {}",
                                    tenant,
                                    verification.findings());
                        }
                    }
                });
    }
}
