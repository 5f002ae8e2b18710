package za.co.spikedata.api;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.People;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Tells those who look after a tenant that its credits run out, once for each time they do. */
@Component
class LowBalance {
    private static final TaskDescriptor<Told> TELL =
            TaskDescriptor.of("tell-low-balance", Told.class);

    private final People people;
    private final Tenants tenants;
    private final Origins origins;
    private final Outbox outbox;
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Clock clock;

    LowBalance(
            People people,
            Tenants tenants,
            Origins origins,
            Outbox outbox,
            TenantDatabase database,
            Scheduler jobs,
            Clock clock) {
        this.people = people;
        this.tenants = tenants;
        this.origins = origins;
        this.outbox = outbox;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Whom to tell of what.
     *
     * @param left tenths
     */
    record Told(TenantId tenant, long left) implements Serializable {}

    static boolean isLow(Plan plan, long balance) {
        return balance < plan.lowMark();
    }

    /**
     * Orders it in the transaction of the charge, so that whoever is charged again is not told
     * again; mails are written after it, when no other charge waits for it to end.
     */
    void tell(TenantId tenant, Plan plan, long before, long after) {
        if (!isLow(plan, before) && isLow(plan, after)) {
            jobs.schedule(
                    TELL.instance(UUID.randomUUID().toString())
                            .data(new Told(tenant, after))
                            .scheduledTo(clock.instant()));
        }
    }

    /** All of them in one transaction: a job that is tried again tells nobody twice. */
    private void write(Told told) {
        var tenant = told.tenant();
        tenants.find(tenant)
                .ifPresent(brand -> {
                    var page = origins.url(brand.tenant(), "/api-usage");
                    var left = Usage.credits(told.left());
                    database.run(
                            tenant,
                            () ->
                                    people.administrators(tenant)
                                            .forEach(email ->
                                                    outbox.send(
                                                            tenant,
                                                            email,
                                                            "low-balance",
                                                            left,
                                                            page)));
                });
    }

    /** Found when it runs, since it is what schedules it. */
    @Configuration(proxyBeanMethods = false)
    static class Worker {
        @Bean
        OneTimeTask<Told> tellLowBalance(ObjectProvider<LowBalance> lowBalance) {
            return Tasks.oneTime(TELL)
                    .execute((job, _) -> lowBalance.getObject().write(job.getData()));
        }
    }
}
