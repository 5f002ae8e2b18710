package za.co.spikedata.errorstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Deposit;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;

/** Takes documents that failed, and has a replica made of each. */
@Component
public class ErrorStore {
    private final EntryTable entries;
    private final OpeningTable openings;
    private final Vault vault;
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Clock clock;

    ErrorStore(
            EntryTable entries,
            OpeningTable openings,
            Vault vault,
            TenantDatabase database,
            Scheduler jobs,
            Clock clock) {
        this.entries = entries;
        this.openings = openings;
        this.vault = vault;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Files a failure, in the transaction of its document's end. The key of the replica is there
     * before the replica: whoever deletes the document meanwhile destroys it.
     *
     * @param known reserved before the transaction began
     */
    public void file(TenantId tenant, Failure failure, Deposit known) {
        database.run(
                tenant,
                () -> {
                    vault.keep(tenant, known);
                    entries.insert(
                            tenant,
                            Entry.of(
                                    failure,
                                    known.id(),
                                    Junk.of(failure.how().reason()).map(Junk::code)));
                    if (!failure.opened()) {
                        jobs.scheduleIfNotExists(
                                ReplicaWorker.job(tenant, failure.document(), clock.instant()));
                    }
                });
    }

    /** The key of what is kept of each of these documents; to be destroyed with them. */
    public Map<UUID, VaultId> keys(TenantId tenant, List<UUID> documents) {
        return entries.find(tenant, documents).stream()
                .collect(Collectors.toMap(Entry::document, Entry::vault));
    }

    /**
     * Takes the entries of these documents away, in the caller's transaction.
     *
     * @return by document, the key that is to be destroyed: one may have been filed after its
     *     document's keys were looked up
     */
    public Map<UUID, VaultId> remove(TenantId tenant, List<UUID> documents) {
        openings.delete(tenant, documents);
        return entries.delete(tenant, documents);
    }

    /** Which of these documents still have an entry. */
    public Set<UUID> left(TenantId tenant, List<UUID> documents) {
        return entries.left(tenant, documents);
    }
}
