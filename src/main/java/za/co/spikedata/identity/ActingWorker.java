package za.co.spikedata.identity;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;

/** Writes down that acting for a tenant ended by itself; the time alone ends it already. */
@Configuration(proxyBeanMethods = false)
class ActingWorker {
    static final TaskDescriptor<Job> END = TaskDescriptor.of("end-acting", Job.class);

    private static final String BY = "clock";

    /** Names what ends. */
    record Job(TenantId tenant, UUID acting) implements Serializable {}

    @Bean
    OneTimeTask<Job> endActing(ObjectProvider<Actings> actings) {
        return Tasks.oneTime(END)
                .execute((job, _) -> {
                    var tenant = job.getData().tenant();
                    actings.getObject()
                            .find(tenant, job.getData().acting())
                            .ifPresent(acting -> actings.getObject().end(tenant, acting, BY));
                });
    }
}
