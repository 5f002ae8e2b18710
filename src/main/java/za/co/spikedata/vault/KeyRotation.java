package za.co.spikedata.vault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Replaces keys while the portal serves: whatever is written meanwhile, with the old key or the
 * new, can be read, and nothing is written over that changed since it was read.
 */
@Component
public class KeyRotation {
    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    /** Far longer than a node goes on with an old generation, or any transaction lasts. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeyRing ring;
    private final PlatformKeys platform;
    private final TenantSecrets secrets;
    private final VaultTable documents;
    private final SealedTable sealed;
    private final TenantDatabase database;
    private final List<SealedColumns.Column> columns;

    KeyRotation(
            KeyRing ring,
            PlatformKeys platform,
            TenantSecrets secrets,
            VaultTable documents,
            SealedTable sealed,
            TenantDatabase database,
            List<SealedColumns> columns) {
        this.ring = ring;
        this.platform = platform;
        this.secrets = secrets;
        this.documents = documents;
        this.sealed = sealed;
        this.database = database;
        this.columns = columns.stream().flatMap(each -> each.columns().stream()).toList();
    }

    /**
     * What was done for one tenant.
     *
     * @param generation which seals from now on
     * @param tenantKeys wrapped by another master key before
     * @param retired generations before, destroyed
     */
    public record Done(int generation, int tenantKeys, int documents, int values, int retired) {}

    /** Wraps the platform's root with the current master key; false when that had wrapped it. */
    public boolean rotatePlatform() {
        return platform.rewrap();
    }

    /**
     * Begins a tenant's next key and seals with it what the ones before sealed; empty where the
     * keys are destroyed for ever.
     */
    public Optional<Done> rotate(TenantId tenant) {
        return unlessEnded(
                tenant,
                () -> {
                    int tenantKeys = ring.rewrap(tenant);
                    return renewed(tenant, ring.advance(tenant), tenantKeys);
                });
    }

    /**
     * Destroys a tenant's keys before the last, once no node seals with them; empty where all are
     * destroyed for ever.
     */
    public Optional<Done> retire(TenantId tenant) {
        return retire(tenant, GRACE);
    }

    Optional<Done> retire(TenantId tenant, Duration grace) {
        return unlessEnded(
                tenant,
                () -> {
                    var done = renewed(tenant, ring.lastGeneration(tenant), 0);
                    return new Done(
                            done.generation(),
                            0,
                            done.documents(),
                            done.values(),
                            ring.retire(tenant, grace));
                });
    }

    /** A tenant may end while the work is under way. */
    private Optional<Done> unlessEnded(TenantId tenant, Supplier<Done> work) {
        try {
            return isEnded(tenant) ? Optional.empty() : Optional.of(work.get());
        } catch (KeyRefused refused) {
            if (isEnded(tenant)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private boolean isEnded(TenantId tenant) {
        return database.call(tenant, () -> ring.isEnded(tenant));
    }

    private Done renewed(TenantId tenant, int generation, int tenantKeys) {
        var beginning = ByteBuffer.allocate(Integer.BYTES).putInt(generation).array();
        int values = 0;
        for (var column : columns) {
            values += values(tenant, column, beginning);
        }
        return new Done(generation, tenantKeys, documents(tenant, beginning), values, 0);
    }

    private int documents(TenantId tenant, byte[] beginning) {
        int count = 0;
        var after = FIRST;
        for (var batch = documents(tenant, beginning, after);
                !batch.isEmpty();
                batch = documents(tenant, beginning, after)) {
            for (var each : batch.entrySet()) {
                after = each.getKey().value();
                count += isRewrapped(tenant, each.getKey(), each.getValue()) ? 1 : 0;
            }
        }
        return count;
    }

    private Map<VaultId, byte[]> documents(TenantId tenant, byte[] beginning, UUID after) {
        return database.call(
                tenant, () -> documents.wrappedOtherwise(tenant, beginning, after, BATCH));
    }

    private boolean isRewrapped(TenantId tenant, VaultId id, byte[] before) {
        try {
            var fresh = ring.wrap(tenant, id, ring.unwrap(tenant, id, before));
            return database.call(tenant, () -> documents.rewrap(tenant, id, before, fresh));
        } catch (Unsealable | KeyRefused changed) {
            log.error("The key of {} of {} opens with no key", id.value(), tenant, changed);
            return false;
        }
    }

    /** Goes through the column until a whole pass finds nothing: contexts may repeat. */
    private int values(TenantId tenant, SealedColumns.Column column, byte[] beginning) {
        int count = 0;
        for (int pass = pass(tenant, column, beginning);
                pass > 0;
                pass = pass(tenant, column, beginning)) {
            count += pass;
        }
        return count;
    }

    private int pass(TenantId tenant, SealedColumns.Column column, byte[] beginning) {
        int count = 0;
        var after = "";
        for (var batch = sealed.otherwise(tenant, column, beginning, after, BATCH);
                !batch.isEmpty();
                batch = sealed.otherwise(tenant, column, beginning, after, BATCH)) {
            for (var value : batch) {
                count += isRenewed(tenant, column, value) ? 1 : 0;
            }
            after = batch.getLast().context();
        }
        return count;
    }

    /** A value that somebody changed opens with no key; it must not keep the others. */
    private boolean isRenewed(
            TenantId tenant, SealedColumns.Column column, SealedTable.Value value) {
        try {
            var content = secrets.unseal(tenant, value.context(), value.sealed());
            var fresh = secrets.seal(tenant, value.context(), content);
            return sealed.replace(tenant, column, value, fresh);
        } catch (Unsealable | KeyRefused changed) {
            log.error("A value of {} of {} opens with no key", column.table(), tenant, changed);
            return false;
        }
    }
}
