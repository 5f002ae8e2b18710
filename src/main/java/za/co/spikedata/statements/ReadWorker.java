package za.co.spikedata.statements;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/**
 * The job that reads one document; any node may claim it, and claims it again after a crash. The
 * readings are found when it runs, since they schedule jobs themselves.
 */
@Configuration(proxyBeanMethods = false)
class ReadWorker {
    /** Names whose document to read. */
    record Job(TenantId tenant, DocumentId document) implements Serializable {}

    static final TaskDescriptor<Job> JOB = TaskDescriptor.of("read-document", Job.class);

    /** After a fault of ours, such as a store that does not answer; longer with every time. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(3);

    /** Adds up to about a quarter of an hour of trying. */
    private static final int MOST_FAULTS = 24;

    @Bean
    OneTimeTask<Job> readDocument(ObjectProvider<Readings> readings) {
        return Tasks.oneTime(JOB)
                .onFailure(tryAgain(readings))
                .execute((job, _) -> {
                    var data = job.getData();
                    try {
                        readings.getObject().read(data.tenant(), data.document());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }

    private static FailureHandler<Job> tryAgain(ObjectProvider<Readings> readings) {
        return (complete, operations) -> {
            int faults = complete.getExecution().consecutiveFailures + 1;
            if (faults > MOST_FAULTS
                    && complete.getExecution().taskInstance.getData() instanceof Job job) {
                readings.getObject().giveUp(job.tenant(), job.document());
                operations.remove();
            } else {
                var next = complete.getTimeDone().plus(TRY_AGAIN.multipliedBy(faults));
                operations.reschedule(complete, next);
            }
        };
    }
}
