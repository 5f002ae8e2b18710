package za.co.spikedata.vault;

import java.util.UUID;
import za.co.spikedata.shape.Impersonal;

/** Names what one key guards: an object, sealed fields, or both. */
@Impersonal
public record VaultId(UUID value) {
    static VaultId random() {
        return new VaultId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
