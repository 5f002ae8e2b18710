package za.co.spikedata.operations;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the scheduler has to do, added up by kind. */
@Repository
class Jobs {
    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(JdbcClient jdbc, Scheduler scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What came of an operator's wish. */
    enum Outcome {
        DONE,
        /** A node is at it already. */
        RUNNING,
        /** There is no such work that recurs. */
        NONE
    }

    List<Job> all() {
        return jdbc.sql(
                        """
                        select task_name, bool_and(task_instance = :recurring) as recurring,
                            count(*) filter (where not picked) as waiting,
                            count(*) filter (where picked) as running,
                            count(*) filter (where consecutive_failures > 0) as failing,
                            min(execution_time) filter (where not picked) as next,
                            max(last_success) as success, max(last_failure) as failure,
                            max(picked_by) filter (where picked) as node,
                            max(last_heartbeat) filter (where picked) as heard
                        from scheduled_tasks group by task_name order by task_name
                        """)
                .param("recurring", RecurringTask.INSTANCE)
                .query(Jobs::row)
                .list();
    }

    /** Has recurring work done as soon as a worker is free; after that it goes on as before. */
    Outcome runNow(String name) {
        if (all().stream().noneMatch(job -> job.isRecurring() && job.name().equals(name))) {
            return Outcome.NONE;
        }
        if (!isDue(name)) {
            return Outcome.RUNNING;
        }
        scheduler.triggerCheckForDueExecutions();
        return Outcome.DONE;
    }

    /** By its version, as the scheduler does it, but keeping when it was done and failed last. */
    private boolean isDue(String name) {
        return jdbc.sql(
                                """
                                update scheduled_tasks
                                set execution_time = :now, version = version + 1
                                where task_name = :name and task_instance = :recurring
                                    and not picked
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("name", name)
                        .param("recurring", RecurringTask.INSTANCE)
                        .update()
                == 1;
    }

    private static Job row(ResultSet row, int number) throws SQLException {
        var heard = instant(row, "heard");
        var node = Optional.ofNullable(row.getString("node"));
        return new Job(
                row.getString("task_name"),
                row.getBoolean("recurring"),
                row.getInt("waiting"),
                row.getInt("running"),
                row.getInt("failing"),
                instant(row, "next"),
                instant(row, "success"),
                instant(row, "failure"),
                node.flatMap(name -> heard.map(at -> new Job.Lease(name, at))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
