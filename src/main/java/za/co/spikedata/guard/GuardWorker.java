package za.co.spikedata.guard;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.Tenants;

/** Forgets what no longer counts. */
@Configuration(proxyBeanMethods = false)
class GuardWorker {
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(2);

    @Bean
    RecurringTask<Void> forgetInGuard(
            Buckets buckets,
            Offences offences,
            Bans bans,
            AttemptTable attempts,
            Tenants tenants,
            Clock clock) {
        return Tasks.recurring("guard-forget", FixedDelay.of(BETWEEN))
                .execute((_, _) -> {
                    buckets.forgetFull();
                    offences.forgetOld();
                    bans.forgetOld();
                    var before = clock.instant().atOffset(ZoneOffset.UTC).minus(ATTEMPTS_KEPT);
                    tenants.all().forEach(brand -> attempts.forgetOld(brand.tenant().id(), before));
                });
    }
}
