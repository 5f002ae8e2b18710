package za.co.spikedata.operations;

import static java.util.stream.Collectors.joining;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes down how each kind of work failed last: the names of what was thrown, which are the
 * program's own. What a failure says may name somebody, and stays in the log.
 */
@Repository
class JobFaults extends AbstractSchedulerListener {
    /** Of a failure, its cause, and so on. */
    private static final int MOST_CAUSES = 5;

    private final JdbcClient jdbc;

    JobFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        complete.getCause()
                .ifPresent(cause ->
                        failed(
                                complete.getExecution().taskInstance.getTaskName(),
                                shape(cause),
                                complete.getTimeDone()));
    }

    /** By kind of work. */
    Map<String, Job.Fault> latest() {
        return jdbc
                .sql("select job, causes, at from operations_fault")
                .query((row, _) ->
                        new Job.Fault(
                                row.getString("job"),
                                row.getString("causes"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Job.Fault::job, Function.identity()));
    }

    static String shape(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(joining(" ← "));
    }

    private void failed(String job, String causes, Instant at) {
        jdbc.sql(
                        """
                        insert into operations_fault (job, causes, at) values (:job, :causes, :at)
                        on conflict (job) do update
                        set causes = excluded.causes, at = excluded.at
                        """)
                .param("job", job)
                .param("causes", causes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
