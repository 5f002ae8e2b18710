package za.co.spikedata.statements;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/** The job that reads one document; any node may claim it, and claims it again after a crash. */
@Configuration(proxyBeanMethods = false)
class ReadWorker {
    /** Names whose document to read. */
    record Job(TenantId tenant, DocumentId document) implements Serializable {}

    static final TaskDescriptor<Job> JOB = TaskDescriptor.of("read-document", Job.class);

    /** After a fault of ours, such as a store that does not answer. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(3);

    @Bean
    OneTimeTask<Job> readDocument(Readings readings) {
        return Tasks.oneTime(JOB)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((job, _) -> {
                    var data = job.getData();
                    try {
                        readings.read(data.tenant(), data.document());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }
}
