package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Gone;

/**
 * Deletes again what a backup of the database brought back. It cannot be opened, its receipt is
 * given, and now it need not wait for its date either; what a legal hold keeps stays.
 */
@Component
class ReturnedItems {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnedItems.class);

    private final Gone gone;
    private final Deletions deletions;
    private final List<Kept> kinds;
    private final Scheduler jobs;
    private final Clock clock;

    ReturnedItems(
            Gone gone, Deletions deletions, List<Kept> kinds, Scheduler jobs, Clock clock) {
        this.gone = gone;
        this.deletions = deletions;
        this.kinds = List.copyOf(kinds);
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A portal that starts may have been given a backup. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtStart() {
        try {
            jobs.reschedule(
                    DeletionWorker.DELETE_RETURNED.instanceId(RecurringTask.INSTANCE),
                    clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException begun) {
            LOG.info("What a backup brought back is looked for already");
        }
    }

    void deleteAgain(Set<TenantId> tenants) {
        gone.ofAll(halves -> tenants.forEach(tenant -> deleteAgain(tenant, halves)));
    }

    private void deleteAgain(TenantId tenant, List<String> halves) {
        var keys = gone.returned(tenant, halves);
        if (keys.isEmpty()) {
            return;
        }
        for (var kept : kinds) {
            var items = kept.under(tenant, keys);
            deletions.begin(tenant, "system", kept, Rule.RETURNED, items);
        }
    }
}
