package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.StoredTenants;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * The jobs of the deleter: at once after each request, and every minute what is due. What begins
 * deletions does not wait for what finishes them, which waits for the object store. The deleter is
 * found when they run, since it schedules one of them itself.
 */
@Configuration(proxyBeanMethods = false)
class DeletionWorker {
    /** Names the tenant whose deletions are to go on. */
    record Job(TenantId tenant) implements Serializable {}

    static final TaskDescriptor<Job> FINISH = TaskDescriptor.of("finish-deletions", Job.class);

    private static final Logger LOG = LoggerFactory.getLogger(DeletionWorker.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration HOURLY = Duration.ofHours(1);

    /** So that one with much to delete does not keep the others; each takes a connection. */
    private static final int TENANTS_AT_ONCE = 4;

    /** Asks, in the caller's transaction, that some node goes on with a tenant's deletions. */
    static void goOn(Scheduler jobs, TenantId tenant, Instant now) {
        jobs.scheduleIfNotExists(
                FINISH.instance(UUID.randomUUID().toString())
                        .data(new Job(tenant))
                        .scheduledTo(now));
    }

    @Bean
    OneTimeTask<Job> finishDeletions(
            ObjectProvider<Departures> departures, ObjectProvider<Deleter> deleters) {
        return Tasks.oneTime(FINISH)
                .execute((job, _) -> {
                    var tenant = job.getData().tenant();
                    apart(tenant, () -> departures.getObject().goOn(tenant));
                    deleters.getObject().finish(tenant);
                });
    }

    static final TaskDescriptor<Job> END = TaskDescriptor.of("end-tenants", Job.class);

    /** Asks, in the caller's transaction, that some node goes on with a console's endings. */
    static void end(Scheduler jobs, TenantId console, Instant now) {
        jobs.scheduleIfNotExists(
                END.instance(UUID.randomUUID().toString()).data(new Job(console)).scheduledTo(now));
    }

    @Bean
    OneTimeTask<Job> endTenants(ObjectProvider<Ender> enders) {
        return Tasks.oneTime(END)
                .execute((job, _) -> goOn(enders.getObject(), job.getData().tenant()));
    }

    private static void goOn(Ender ender, TenantId console) {
        ender.pending(console).forEach(ending -> apart(ending.tenant(), () -> ender.goOn(ending)));
    }

    @Bean
    RecurringTask<Void> expire(
            Tenants tenants,
            ObjectProvider<Departures> departures,
            ObjectProvider<Deleter> deleters) {
        return Tasks.recurring("expire", FixedDelay.of(EVERY))
                .execute((_, _) ->
                        ofEach(
                                tenants,
                                tenant -> {
                                    apart(
                                            tenant.id(),
                                            () -> departures.getObject().goOn(tenant.id()));
                                    apart(tenant.id(), () -> deleters.getObject().expire(tenant));
                                }));
    }

    @Bean
    RecurringTask<Void> finishAllDeletions(
            Tenants tenants, ObjectProvider<Deleter> deleters, ObjectProvider<Ender> enders) {
        return Tasks.recurring("finish-all-deletions", FixedDelay.of(EVERY))
                .execute((_, _) ->
                        ofEach(
                                tenants,
                                tenant -> {
                                    apart(
                                            tenant.id(),
                                            () -> deleters.getObject().finish(tenant.id()));
                                    if (tenant.isConsole()) {
                                        apart(
                                                tenant.id(),
                                                () -> goOn(enders.getObject(), tenant.id()));
                                    }
                                }));
    }

    static final TaskDescriptor<Void> DELETE_RETURNED = TaskDescriptor.of("delete-returned");

    /** At each start, and while the portal runs. */
    @Bean
    RecurringTask<Void> deleteReturned(
            StoredTenants tenants, ObjectProvider<ReturnedItems> returned) {
        return Tasks.recurring(DELETE_RETURNED, FixedDelay.of(HOURLY))
                .execute((_, _) -> returned.getObject().deleteAgain(tenants.ids()));
    }

    private static void ofEach(Tenants tenants, Consumer<Tenant> work) {
        try (var workers =
                Executors.newFixedThreadPool(TENANTS_AT_ONCE, Thread.ofVirtual().factory())) {
            for (var brand : tenants.all()) {
                workers.execute(() -> work.accept(brand.tenant()));
            }
        }
    }

    /** What fails in one tenant must not keep the others; it is tried again with the next. */
    private static void apart(TenantId tenant, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("Expected to go on with the deletions of {}", tenant, failed);
        }
    }
}
