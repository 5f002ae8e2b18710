package za.co.spikedata.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.StoreRefused;
import za.co.spikedata.vault.StoreUnavailable;
import za.co.spikedata.vault.Vault;

/**
 * Finishes deletions and begins those whose time has come. Every step may be done twice, so it goes
 * on after a kill wherever it was.
 */
@Component
class Deleter {
    private static final Logger log = LoggerFactory.getLogger(Deleter.class);

    /** What one transaction completes. */
    private static final int BATCH = 200;

    /** After so many in a row the store is away, and not only for the sake of some objects. */
    private static final int MOST_OUTAGES = 3;

    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final DeletionTable table;
    private final Deletions deletions;
    private final Receipts receipts;
    private final Holds holds;
    private final Vault vault;
    private final TenantDatabase database;
    private final Audit audit;
    private final List<Kept> kinds;
    private final Clock clock;

    Deleter(
            DeletionTable table,
            Deletions deletions,
            Receipts receipts,
            Holds holds,
            Vault vault,
            TenantDatabase database,
            Audit audit,
            List<Kept> kinds,
            Clock clock) {
        this.table = table;
        this.deletions = deletions;
        this.receipts = receipts;
        this.holds = holds;
        this.vault = vault;
        this.database = database;
        this.audit = audit;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /**
     * Begins to delete all of a tenant's whose period is over, some at a time, whether the object
     * store answers or not.
     */
    void expire(Tenant tenant) {
        var standing = holds.standing(tenant.id());
        if (standing.isAll()) {
            return;
        }
        var held = standing.owners();
        for (var kept : kinds) {
            for (var due = kept.due(tenant, clock.instant(), held, BATCH);
                    !due.isEmpty();
                    due = kept.due(tenant, clock.instant(), held, BATCH)) {
                if (deletions.beginOwn(tenant.id(), kept, Rule.EXPIRED, due).isEmpty()) {
                    break; // held since we asked
                }
            }
        }
    }

    private enum Outcome {
        COMPLETE,
        NOT_YET,
        STORE_AWAY
    }

    /**
     * Goes on with the deletions of a tenant until none is left that can be done now, or the object
     * store does not answer.
     */
    void finish(TenantId tenant) {
        for (var batch = table.pending(tenant, clock.instant(), BATCH);
                !batch.isEmpty();
                batch = table.pending(tenant, clock.instant(), BATCH)) {
            if (finished(tenant, batch) != Outcome.COMPLETE && !isEachTried(tenant, batch)) {
                return;
            }
        }
    }

    /**
     * One that stays behind does not keep the others. It is put off even where the store is away,
     * as that may be for the sake of its objects alone; where it is away for several, the rest
     * would only wait for the store too.
     */
    private boolean isEachTried(TenantId tenant, List<Deletion> batch) {
        int outages = 0;
        for (var deletion : batch) {
            var outcome = finished(tenant, List.of(deletion));
            if (outcome != Outcome.COMPLETE) {
                log.warn("Deletion {} is not complete and is tried again", deletion.id());
                table.postpone(tenant, deletion.id(), clock.instant().plus(TRY_AGAIN));
            }
            outages = outcome == Outcome.STORE_AWAY ? outages + 1 : 0;
            if (outages == MOST_OUTAGES) {
                return false;
            }
        }
        return true;
    }

    private Outcome finished(TenantId tenant, List<Deletion> batch) {
        var keys = batch.stream().flatMap(each -> each.item().keys().stream()).toList();
        try {
            vault.removeObjects(tenant, keys);
            if (!vault.isGone(tenant, keys)) {
                return Outcome.NOT_YET;
            }
        } catch (StoreRefused kept) {
            return Outcome.NOT_YET;
        } catch (StoreUnavailable away) {
            return Outcome.STORE_AWAY;
        }
        return database.call(
                tenant,
                () -> {
                    if (!isRemoved(tenant, batch)) {
                        return Outcome.NOT_YET;
                    }
                    vault.forget(tenant, keys);
                    complete(tenant, batch);
                    return Outcome.COMPLETE;
                });
    }

    private void complete(TenantId tenant, List<Deletion> batch) {
        var signed = new LinkedHashMap<Deletion, String>();
        batch.forEach(each -> signed.put(each, receipts.signed(tenant, each)));
        var written = table.complete(tenant, signed);
        audit.record(
                tenant,
                "system",
                "deletion.completed",
                batch.stream()
                        .filter(each -> written.contains(each.id()))
                        .map(each -> each.item().id().toString())
                        .toList());
    }

    /** Of a kind that no module keeps, nobody can tell that it is gone. */
    private boolean isRemoved(TenantId tenant, List<Deletion> batch) {
        var known = kinds.stream().map(Kept::kind).collect(Collectors.toSet());
        return batch.stream().allMatch(each -> known.contains(each.kind()))
                && kinds.stream()
                        .allMatch(
                                kept -> kept.left(tenant, subjects(batch, kept.kind())).isEmpty());
    }

    private static List<UUID> subjects(List<Deletion> batch, String kind) {
        return batch.stream()
                .filter(each -> each.kind().equals(kind))
                .map(each -> each.item().id())
                .toList();
    }
}
