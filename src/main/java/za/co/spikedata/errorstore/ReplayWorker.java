package za.co.spikedata.errorstore;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/**
 * The job that reads one failed document again; any node may claim it. The replays are found when
 * it runs, since they schedule jobs themselves.
 */
@Configuration(proxyBeanMethods = false)
class ReplayWorker {
    /** Names whose document to read again. */
    record Job(TenantId tenant, UUID document) implements Serializable {}

    static final TaskDescriptor<Job> JOB = TaskDescriptor.of("replay-failure", Job.class);

    /** After a fault of ours, such as a store that does not answer; longer with every time. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    /** Adds up to about a quarter of an hour; support can ask again. */
    private static final int MOST_FAULTS = 13;

    @Bean
    OneTimeTask<Job> replayFailure(ObjectProvider<Replays> replays) {
        return Tasks.oneTime(JOB)
                .onFailure(tryAgain(replays))
                .execute((job, _) -> {
                    var data = job.getData();
                    try {
                        replays.getObject().replay(data.tenant(), data.document());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }

    private static FailureHandler<Job> tryAgain(ObjectProvider<Replays> replays) {
        return (complete, operations) -> {
            int faults = complete.getExecution().consecutiveFailures + 1;
            if (faults > MOST_FAULTS
                    && complete.getExecution().taskInstance.getData() instanceof Job job) {
                replays.getObject().giveUp(job.tenant(), job.document());
                operations.remove();
            } else {
                var next = complete.getTimeDone().plus(TRY_AGAIN.multipliedBy(faults));
                operations.reschedule(complete, next);
            }
        };
    }
}
