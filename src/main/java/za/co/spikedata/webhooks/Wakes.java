package za.co.spikedata.webhooks;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** Asks, in the caller's transaction, that some node sends what a tenant's endpoints are due. */
@Component
class Wakes {
    private final Scheduler jobs;

    Wakes(Scheduler jobs) {
        this.jobs = jobs;
    }

    void at(TenantId tenant, Instant time) {
        jobs.scheduleIfNotExists(
                WebhookWorker.SEND
                        .instance(UUID.randomUUID().toString())
                        .data(new WebhookWorker.Job(tenant))
                        .scheduledTo(time));
    }
}
