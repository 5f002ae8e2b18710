package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/**
 * The job that sends one mail; tried again for about a day while the mail server is away, and for
 * as long as its tenant is not served, which is no fault of the mail's.
 */
@Configuration(proxyBeanMethods = false)
class MailWorker {
    /**
     * Names the mail to send.
     *
     * @param isAsked somebody wants this try, whatever the server lately refused
     */
    record Letter(TenantId tenant, UUID id, boolean isAsked) implements Serializable {
        Letter(TenantId tenant, UUID id) {
            this(tenant, id, false);
        }

        Letter asked() {
            return new Letter(tenant, id, true);
        }

        Letter unasked() {
            return new Letter(tenant, id);
        }
    }

    static final TaskDescriptor<Letter> JOB = TaskDescriptor.of("send-mail", Letter.class);

    /** How long it is remembered that a mail was sent or given up. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(20);
    static final int MOST_FAULTS = 90;

    /** Till then a node that serves the tenant may have started, or its document been mended. */
    private static final Duration UNTIL_SERVED = Duration.ofMinutes(5);

    /** As the scheduler tells one mail's job from another's. */
    static String name(Letter letter) {
        return letter.tenant() + "/" + letter.id();
    }

    @Bean
    RecurringTask<Void> sweepMails(DispatchLog log, Clock clock) {
        return Tasks.recurring("sweep-mails", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> log.forgetBefore(clock.instant().minus(KEPT)));
    }

    @Bean
    OneTimeTask<Letter> sendMail(Postman postman, HeldUp heldUp) {
        return Tasks.oneTime(JOB)
                .onFailure(tryAgain(postman))
                .execute((job, running) -> {
                    postman.deliver(job.getData());
                    heldUp.follow(running.getSchedulerClient(), job.getData());
                });
    }

    /** The log counts, since an operator who has it tried at once zeroes what the job counted. */
    private static FailureHandler<Letter> tryAgain(Postman postman) {
        return (complete, operations) -> {
            var letter = JOB.getDataClass().cast(complete.getExecution().taskInstance.getData());
            if (complete.getCause().filter(NotServed.class::isInstance).isPresent()) {
                var next = complete.getTimeDone().plus(UNTIL_SERVED);
                postman.waits(letter, next);
                operations.reschedule(complete, next);
                return;
            }
            int faults = postman.tries(letter) + 1;
            var next = complete.getTimeDone().plus(TRY_AGAIN.multipliedBy(faults));
            if (complete.getCause().filter(NotItsTurn.class::isInstance).isPresent()) {
                postman.queues(letter, next);
                operations.reschedule(complete, next);
                return;
            }
            postman.failed(letter, complete.getCause(), next);
            if (faults > MOST_FAULTS) {
                postman.giveUp(letter);
                operations.remove();
            } else {
                operations.reschedule(complete, next, letter.unasked());
            }
        };
    }
}
