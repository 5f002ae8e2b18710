package za.co.spikedata.vault;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.StoredTenants;

/** Compares the store with the rows every night, on one node. */
@Configuration(proxyBeanMethods = false)
class OrphanWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanWorker.class);

    /** When South Africa sleeps. */
    private static final LocalTime NIGHTLY = LocalTime.of(0, 30);

    @Bean
    RecurringTask<Void> sweepObjects(StoredTenants tenants, Orphans orphans) {
        return Tasks.recurring("sweep-objects", Schedules.daily(ZoneOffset.UTC, NIGHTLY))
                .execute((_, _) -> {
                    var all = tenants.ids();
                    int removed = orphans.sweep(all);
                    LOG.info("Removed {} objects that no row knows of", removed);
                    for (var tenant : all) {
                        var lost = orphans.lost(tenant);
                        if (!lost.isEmpty()) {
                            LOG.error(
                                    "Expected the store to keep the objects of {}, lost {}: {}",
                                    tenant,
                                    lost.size(),
                                    lost);
                        }
                    }
                });
    }
}
