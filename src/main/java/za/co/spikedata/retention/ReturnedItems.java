package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Gone;
import za.co.spikedata.vault.Returned;
import za.co.spikedata.vault.VaultId;

/**
 * Deletes again what a backup of the database brought back, and ends again what had ended. It
 * cannot be opened, its receipt is given, and now it need not wait for its date either; what a
 * legal hold keeps stays.
 */
@Component
class ReturnedItems {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnedItems.class);

    /** What one transaction begins. */
    private static final int BATCH = 200;

    private final Gone gone;
    private final Deletions deletions;
    private final List<Kept> kinds;
    private final Accounts accounts;
    private final ReturnedTenants contracts;
    private final Scheduler jobs;
    private final Clock clock;

    ReturnedItems(
            Gone gone,
            Deletions deletions,
            List<Kept> kinds,
            Accounts accounts,
            ReturnedTenants contracts,
            Scheduler jobs,
            Clock clock) {
        this.gone = gone;
        this.deletions = deletions;
        this.kinds = List.copyOf(kinds);
        this.accounts = accounts;
        this.contracts = contracts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A portal that starts may have been given a backup, or a part of one. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtStart() {
        gone.askForAll();
        try {
            jobs.reschedule(
                    DeletionWorker.DELETE_RETURNED.instanceId(RecurringTask.INSTANCE),
                    clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException begun) {
            LOG.info("What a backup brought back is looked for already");
        }
    }

    void deleteAgain(Set<TenantId> tenants) {
        gone.look(tenants, this::isSettled);
    }

    /** False when something stays for now; what fails in one tenant must not keep the others. */
    private boolean isSettled(TenantId tenant, Returned returned) {
        try {
            return switch (returned) {
                case Returned.Keys(var keys) -> isDeleting(tenant, keys);
                case Returned.Account(var owner) -> accounts.endAgain(tenant, owner);
                case Returned.Contract(var ended) -> contracts.isSettled(tenant, ended);
            };
        } catch (RuntimeException failed) {
            LOG.error("Expected to delete again what came back to {}", tenant, failed);
            return false;
        }
    }

    private boolean isDeleting(TenantId tenant, List<VaultId> keys) {
        return kinds.stream()
                .flatMap(kept ->
                        kept.under(tenant, keys).stream()
                                .gather(Gatherers.windowFixed(BATCH))
                                .map(items -> isDeleting(tenant, kept, items)))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean isDeleting(TenantId tenant, Kept kept, List<Item> items) {
        return deletions.begin(tenant, "system", kept, Rule.RETURNED, items).size() == items.size();
    }
}
