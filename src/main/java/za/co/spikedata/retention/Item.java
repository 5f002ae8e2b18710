package za.co.spikedata.retention;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import za.co.spikedata.vault.VaultId;

/**
 * Something to delete.
 *
 * @param owner the person it belongs to
 * @param keys without which nothing of it can be read
 * @param sha256 of the bytes as they were uploaded, in lower-case hex; empty where there were none,
 *     and where the store or the key service that tells it was away when it was asked
 */
public record Item(UUID id, UUID owner, List<VaultId> keys, String sha256) {
    public Item {
        keys = List.copyOf(keys);
    }

    Item with(List<VaultId> more) {
        return new Item(
                id, owner, Stream.concat(keys.stream(), more.stream()).distinct().toList(), sha256);
    }
}
