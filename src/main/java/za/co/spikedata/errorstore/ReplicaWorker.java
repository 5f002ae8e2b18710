package za.co.spikedata.errorstore;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/** The job that makes one replica; any node may claim it. */
@Configuration(proxyBeanMethods = false)
class ReplicaWorker {
    /** Names whose document to copy. */
    record Job(TenantId tenant, UUID document) implements Serializable {}

    static final TaskDescriptor<Job> JOB = TaskDescriptor.of("make-replica", Job.class);

    /** After a fault of ours, such as a store that does not answer. */
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    static SchedulableInstance<Job> job(TenantId tenant, UUID document, Instant at) {
        return JOB.instance(document.toString()).data(new Job(tenant, document)).scheduledTo(at);
    }

    @Bean
    OneTimeTask<Job> makeReplica(Replicas replicas) {
        return Tasks.oneTime(JOB)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((job, _) -> {
                    var data = job.getData();
                    try {
                        replicas.make(data.tenant(), data.document());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }
}
