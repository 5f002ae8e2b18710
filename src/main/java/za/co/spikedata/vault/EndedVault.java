package za.co.spikedata.vault;

import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The end of all that a tenant has in the vault; every step may be done again. */
@Component
public class EndedVault {
    private static final int BATCH = 1_000;

    private final ObjectStore store;
    private final GoneNotes notes;
    private final KeyRing keys;
    private final VaultTable table;
    private final TenantDatabase database;

    EndedVault(
            ObjectStore store,
            GoneNotes notes,
            KeyRing keys,
            VaultTable table,
            TenantDatabase database) {
        this.store = store;
        this.notes = notes;
        this.keys = keys;
        this.table = table;
        this.database = database;
    }

    /** Destroys every key of the tenant and of its documents, in the caller's transaction. */
    public void destroyKeys(TenantId tenant) {
        database.run(
                tenant,
                () -> {
                    keys.end(tenant);
                    table.destroyAll(tenant);
                });
    }

    /** Whether the tenant has no key any more and never gets one. */
    public boolean isWithoutKeys(TenantId tenant) {
        return database.call(tenant, () -> keys.isEnded(tenant));
    }

    /**
     * Deletes all objects of the tenant, looks that they are gone, and forgets them.
     *
     * @return false when one stays for now
     * @throws StoreUnavailable when the store does not answer
     */
    public boolean removeObjects(TenantId tenant) {
        database.run(tenant, () -> table.destroyAll(tenant));
        for (var ids = batch(tenant); !ids.isEmpty(); ids = batch(tenant)) {
            var known = ids;
            var names = database.call(tenant, () -> table.destroyedObjects(tenant, known));
            try {
                notes.write(tenant, names);
                store.delete(names);
                if (store.hasAny(names)) {
                    return false;
                }
            } catch (SdkException unavailable) {
                throw new StoreUnavailable(unavailable);
            }
            database.run(tenant, () -> table.forget(tenant, known));
        }
        return true;
    }

    private List<VaultId> batch(TenantId tenant) {
        return database.call(tenant, () -> table.destroyed(tenant, BATCH));
    }
}
