package za.co.spikedata.webhooks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * The jobs that send: when something happened, when a try is due again, and every minute for what a
 * node left that died. The sender is found when they run, since it schedules them itself.
 */
@Configuration(proxyBeanMethods = false)
class WebhookWorker {
    /** Names the tenant whose endpoints are due something. */
    record Job(TenantId tenant) implements Serializable {}

    static final TaskDescriptor<Job> SEND = TaskDescriptor.of("send-webhooks", Job.class);

    /** How long the log of deliveries is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    OneTimeTask<Job> sendWebhooks(ObjectProvider<Sender> sender) {
        return Tasks.oneTime(SEND)
                .execute((job, _) -> sender.getObject().send(job.getData().tenant()));
    }

    @Bean
    RecurringTask<Void> sweepWebhooks(
            Tenants tenants,
            ObjectProvider<Sender> sender,
            ObjectProvider<DeliveryTable> deliveries,
            ObjectProvider<NamedWebhooks> named,
            Clock clock) {
        return Tasks.recurring("sweep-webhooks", FixedDelay.of(EVERY))
                .execute((_, _) -> {
                    named.getObject().look();
                    for (var brand : tenants.all()) {
                        var tenant = brand.tenant().id();
                        var before = clock.instant().minus(KEPT);
                        boolean hasNamed = deliveries.getObject().forgetBefore(tenant, before);
                        named.getObject().sweep(brand.tenant(), hasNamed);
                        sender.getObject().send(tenant);
                    }
                });
    }
}
