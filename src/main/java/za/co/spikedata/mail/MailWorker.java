package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/** The job that sends one mail; tried again for about a day while the mail server is away. */
@Configuration(proxyBeanMethods = false)
class MailWorker {
    /** Names the mail to send. */
    record Letter(TenantId tenant, UUID id) implements Serializable {}

    static final TaskDescriptor<Letter> JOB = TaskDescriptor.of("send-mail", Letter.class);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(20);
    private static final int MOST_FAULTS = 90;

    @Bean
    OneTimeTask<Letter> sendMail(Postman postman) {
        return Tasks.oneTime(JOB)
                .onFailure(tryAgain(postman))
                .execute((job, _) -> postman.deliver(job.getData()));
    }

    private static FailureHandler<Letter> tryAgain(Postman postman) {
        return (complete, operations) -> {
            int faults = complete.getExecution().consecutiveFailures + 1;
            if (faults > MOST_FAULTS
                    && complete.getExecution().taskInstance.getData() instanceof Letter letter) {
                postman.giveUp(letter);
                operations.remove();
            } else {
                var next = complete.getTimeDone().plus(TRY_AGAIN.multipliedBy(faults));
                operations.reschedule(complete, next);
            }
        };
    }
}
