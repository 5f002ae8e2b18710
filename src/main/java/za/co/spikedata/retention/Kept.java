package za.co.spikedata.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** One kind of thing that a module keeps for a time; each is known by its id. */
public interface Kept {
    /** What receipts call it, such as {@code statement}. */
    String kind();

    /**
     * Those whose time is over, the oldest first.
     *
     * @param held owners whose things are left out
     */
    List<Item> due(Tenant tenant, Instant now, Set<UUID> held, int most);

    /** The first of a person's, in any order, for the end of their account. */
    List<Item> of(TenantId tenant, UUID owner, int most);

    /** The first of everybody's, for the end of the tenant; none where they go with others. */
    default List<Item> ofAll(TenantId tenant, int most) {
        return List.of();
    }

    /** Those that nothing but one of these keys opens. */
    default List<Item> under(TenantId tenant, List<VaultId> keys) {
        return List.of();
    }

    /**
     * Takes their rows away, in the caller's transaction; safe to do again.
     *
     * @return by id, the keys those rows named: more than the items', where something was filed
     *     since they were asked for
     */
    Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids);

    /** Which of them still have rows. */
    Set<UUID> left(TenantId tenant, List<UUID> ids);
}
