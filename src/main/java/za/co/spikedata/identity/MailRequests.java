package za.co.spikedata.identity;

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
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Mail to an address that someone typed without proof it is theirs. Whether anybody is there is
 * found out by a job: the one who typed it cannot tell by text or by time.
 */
@Component
class MailRequests {
    /** What is wanted for an address. */
    enum Wish {
        TELL_OF_LOCK,
        RESET_PASSWORD
    }

    /**
     * A wish for an address.
     *
     * @param email sealed
     */
    record Request(TenantId tenant, UUID id, byte[] email, Wish wish) implements Serializable {
        @Override
        public String toString() {
            return "Request[" + wish + "]";
        }
    }

    static final TaskDescriptor<Request> JOB = TaskDescriptor.of("mail-request", Request.class);

    private final Scheduler jobs;
    private final TenantDatabase database;
    private final PersonSecrets secrets;
    private final Clock clock;

    MailRequests(Scheduler jobs, TenantDatabase database, PersonSecrets secrets, Clock clock) {
        this.jobs = jobs;
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    void tellOfLock(TenantId tenant, String email) {
        schedule(tenant, email, Wish.TELL_OF_LOCK);
    }

    void resetPassword(TenantId tenant, String email) {
        schedule(tenant, email, Wish.RESET_PASSWORD);
    }

    private void schedule(TenantId tenant, String email, Wish wish) {
        var id = UUID.randomUUID();
        var request = new Request(tenant, id, secrets.wish(tenant, id, email), wish);
        database.run(
                tenant,
                () ->
                        jobs.schedule(
                                JOB.instance(id.toString())
                                        .data(request)
                                        .scheduledTo(clock.instant())));
    }

    /** The job. */
    @Configuration(proxyBeanMethods = false)
    static class Worker {
        /** Asks for the others late: they need the scheduler, which needs this. */
        @Bean
        OneTimeTask<Request> mailRequest(
                PersonTable people,
                PersonSecrets secrets,
                Tenants tenants,
                ObjectProvider<Outbox> outbox,
                ObjectProvider<PasswordChanges> changes) {
            return Tasks.oneTime(JOB)
                    .execute((job, _) -> {
                        var request = job.getData();
                        var tenant = request.tenant();
                        var served = tenants.find(tenant);
                        if (served.isEmpty()) {
                            return; // it ended meanwhile, and nobody of it is left
                        }
                        var email = secrets.wish(tenant, request.id(), request.email());
                        people.credentials(tenant, email)
                                .filter(found -> found.state() == Account.State.ACTIVE)
                                .ifPresent(found ->
                                        answer(
                                                request.wish(),
                                                served.get().tenant(),
                                                found.person(),
                                                outbox.getObject(),
                                                changes.getObject()));
                    });
        }

        private static void answer(
                Wish wish, Tenant tenant, Person person, Outbox outbox, PasswordChanges changes) {
            switch (wish) {
                case TELL_OF_LOCK -> outbox.send(tenant.id(), person.email(), "locked");
                case RESET_PASSWORD -> changes.sendLink(tenant, person);
            }
        }
    }
}
