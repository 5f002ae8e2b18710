package za.co.spikedata.vault;

import java.util.List;
import java.util.UUID;
import za.co.spikedata.shape.Impersonal;

/** Names what one key guards: an object, sealed fields, or both. */
@Impersonal
public record VaultId(UUID value) {
    static VaultId random() {
        return new VaultId(UUID.randomUUID());
    }

    /** As queries take several. */
    public static UUID[] values(List<VaultId> ids) {
        return ids.stream().map(VaultId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
