package za.co.spikedata.errorstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Has failed documents read again where their originals are; each by a job of its own. */
@Component
class Replays {
    private final EntryTable entries;
    private final ReplayTable replays;
    private final Rereading rereading;
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Clock clock;

    Replays(
            EntryTable entries,
            ReplayTable replays,
            Rereading rereading,
            TenantDatabase database,
            Scheduler jobs,
            Clock clock) {
        this.entries = entries;
        this.replays = replays;
        this.rereading = rereading;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    void ask(TenantId tenant, UUID document) {
        database.run(tenant, () -> schedule(tenant, replays.ask(tenant, document)));
    }

    void askAll(TenantId tenant, String group) {
        database.run(tenant, () -> schedule(tenant, replays.askAll(tenant, group)));
    }

    /** Does nothing when the entry is deleted, or settled by an earlier try. */
    void replay(TenantId tenant, UUID document) throws IOException {
        var entry =
                entries.find(tenant, document)
                        .filter(each -> each.replay().outcome() == Replay.Outcome.WAITING);
        if (entry.isPresent()) {
            var how = entry.get().how();
            replays.ended(
                    tenant, document, Replay.of(rereading.reread(tenant, document, how), how));
        }
    }

    void giveUp(TenantId tenant, UUID document) {
        replays.ended(tenant, document, Replay.INTERRUPTED);
    }

    /** Under a new name each time: the job of an earlier asking may be about to end. */
    private void schedule(TenantId tenant, List<UUID> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<TaskInstance<?>> asked =
                documents.stream()
                        .<TaskInstance<?>>map(document ->
                                ReplayWorker.JOB
                                        .instance(document + "/" + UUID.randomUUID())
                                        .data(new ReplayWorker.Job(tenant, document))
                                        .build())
                        .toList();
        jobs.scheduleBatch(asked, clock.instant());
    }
}
