package za.co.spikedata.tally;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts every tenant again and again, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class TallyWorker {
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> countTenants(ObjectProvider<Tallies> tallies) {
        return Tasks.recurring("count-tenants", FixedDelay.of(BETWEEN))
                .execute((_, _) -> tallies.getObject().countAll());
    }
}
