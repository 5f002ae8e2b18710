package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.Serializable;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * The jobs of the deleter: at once after each request, and every minute what is due. It is found
 * when they run, since it schedules one of them itself.
 */
@Configuration(proxyBeanMethods = false)
class DeletionWorker {
    /** Names the tenant whose deletions are to go on. */
    record Job(TenantId tenant) implements Serializable {}

    static final TaskDescriptor<Job> FINISH = TaskDescriptor.of("finish-deletions", Job.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    OneTimeTask<Job> finishDeletions(ObjectProvider<Deleter> deleter) {
        return Tasks.oneTime(FINISH)
                .execute((job, _) -> deleter.getObject().finish(job.getData().tenant()));
    }

    @Bean
    RecurringTask<Void> expire(Tenants tenants, ObjectProvider<Deleter> deleters) {
        return Tasks.recurring("expire", FixedDelay.of(EVERY))
                .execute((_, _) -> {
                    var deleter = deleters.getObject();
                    for (var brand : tenants.all()) {
                        deleter.expire(brand.tenant());
                        deleter.finish(brand.tenant().id());
                    }
                });
    }
}
