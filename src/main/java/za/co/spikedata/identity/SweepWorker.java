package za.co.spikedata.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.Tenants;

/** Forgets what sign-in need not know any longer. */
@Configuration(proxyBeanMethods = false)
class SweepWorker {
    private static final Duration EVERY = Duration.ofHours(1);

    /** Longer than the longest lock. */
    private static final Duration TRIES = Duration.ofDays(2);

    static final Duration DEVICES = Duration.ofDays(365);

    @Bean
    RecurringTask<Void> sweepSignIns(
            Tenants tenants, TryTable tries, LinkTable links, DeviceTable devices, Clock clock) {
        return Tasks.recurring("sweep-sign-ins", FixedDelay.of(EVERY))
                .execute((_, _) -> {
                    var now = clock.instant();
                    for (var brand : tenants.all()) {
                        var tenant = brand.tenant().id();
                        tries.forgetBefore(tenant, now.minus(TRIES));
                        links.deleteBefore(tenant, now);
                        devices.forgetBefore(tenant, now.minus(DEVICES));
                    }
                });
    }
}
