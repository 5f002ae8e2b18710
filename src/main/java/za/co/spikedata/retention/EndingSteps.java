package za.co.spikedata.retention;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.vault.EndedVault;
import za.co.spikedata.vault.Gone;
import za.co.spikedata.vault.Returned;
import za.co.spikedata.vault.StoreUnavailable;

/**
 * What is done at a tenant's end, in order: documents as always, each with its receipt; all keys,
 * and a note of it; all objects; the portal itself; all rows.
 */
@Component
class EndingSteps {
    private static final int BATCH = 200;

    private final List<Kept> kinds;
    private final List<Belongings> belongings;
    private final Deletions deletions;
    private final Deleter deleter;
    private final DeletionTable table;
    private final Holds holds;
    private final EndedVault vault;
    private final Gone gone;
    private final EndedRows rows;
    private final Suspensions suspensions;
    private final TenantVersions versions;
    private final TenantDatabase database;
    private final Audit audit;

    EndingSteps(
            List<Kept> kinds,
            List<Belongings> belongings,
            Deletions deletions,
            Deleter deleter,
            DeletionTable table,
            Holds holds,
            EndedVault vault,
            Gone gone,
            EndedRows rows,
            Suspensions suspensions,
            TenantVersions versions,
            TenantDatabase database,
            Audit audit) {
        this.kinds = List.copyOf(kinds);
        this.belongings = List.copyOf(belongings);
        this.deletions = deletions;
        this.deleter = deleter;
        this.table = table;
        this.holds = holds;
        this.vault = vault;
        this.gone = gone;
        this.rows = rows;
        this.suspensions = suspensions;
        this.versions = versions;
        this.database = database;
        this.audit = audit;
    }

    List<EndingStep> all() {
        return List.of(
                this::isShut,
                this::isEveryDocumentDeleting,
                this::isWithoutKeys,
                this::isNoted,
                this::isWithoutObjects,
                this::isUnserved,
                this::isWithoutRows);
    }

    /** Whether nothing of the tenant is left, nor came back. */
    boolean isOver(TenantId tenant) {
        return versions.isEnded(tenant) && vault.isWithoutKeys(tenant) && rows.isNoneLeft(tenant);
    }

    /**
     * A hold stops it here, until the keys are gone; whoever opened the portal again did so late.
     */
    private boolean isShut(Ending ending) {
        var tenant = ending.tenant();
        if (vault.isWithoutKeys(tenant)) {
            return true;
        }
        suspensions.begin(tenant, "ends");
        belongings.forEach(each -> each.remove(tenant));
        return holds.standing(tenant).isNone();
    }

    /** With the keys, the hashes that receipts tell are gone, so this comes first. */
    private boolean isEveryDocumentDeleting(Ending ending) {
        var tenant = ending.tenant();
        if (vault.isWithoutKeys(tenant)) {
            return true;
        }
        for (var kept : kinds) {
            for (var items = kept.ofAll(tenant, BATCH);
                    !items.isEmpty();
                    items = kept.ofAll(tenant, BATCH)) {
                if (deletions.beginOwn(tenant, kept, Rule.TENANT_ENDED, items).isEmpty()) {
                    return false; // held since we asked
                }
            }
        }
        return true;
    }

    private boolean isWithoutKeys(Ending ending) {
        var tenant = ending.tenant();
        return database.call(
                tenant,
                () -> {
                    if (vault.isWithoutKeys(tenant)) {
                        return true;
                    }
                    holds.keepOut(tenant);
                    boolean isFree = holds.standing(tenant).isNone();
                    if (isFree) {
                        vault.destroyKeys(tenant);
                        audit.record(tenant, "system", "tenant.keys-destroyed", tenant.value());
                    }
                    return isFree;
                });
    }

    /** So that a database from before it is found out. */
    private boolean isNoted(Ending ending) {
        if (ending.isComplete()) {
            return true;
        }
        try {
            gone.note(ending.tenant(), new Returned.Contract(ending.begun()));
            return true;
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    private boolean isWithoutObjects(Ending ending) {
        var tenant = ending.tenant();
        if (!versions.isEnded(tenant)) {
            deleter.finish(tenant);
            if (table.isAnyLeft(tenant)) {
                return false;
            }
        }
        try {
            return vault.removeObjects(tenant);
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    /** Receipts of documents name the tenant's host, so they are complete by now. */
    private boolean isUnserved(Ending ending) {
        var tenant = ending.tenant();
        versions.end(tenant, () -> audit.record(tenant, "system", "tenant.ended", tenant.value()));
        return true;
    }

    private boolean isWithoutRows(Ending ending) {
        var tenant = ending.tenant();
        rows.remove(tenant);
        return rows.isNoneLeft(tenant) && vault.isWithoutKeys(tenant);
    }
}
