package za.co.spikedata.errorstore;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.PlatformSecrets;

/** Seals what support notes about a group: it is of no tenant, but may name people. */
@Component
class GroupNotes {
    private final PlatformSecrets secrets;

    GroupNotes(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    /** Null where nothing is noted. */
    byte @Nullable [] sealed(String group, String note) {
        return note.isEmpty()
                ? null
                : secrets.seal(context(group), note.getBytes(StandardCharsets.UTF_8));
    }

    String unsealed(String group, byte @Nullable [] sealed) {
        return sealed == null
                ? ""
                : new String(secrets.unseal(context(group), sealed), StandardCharsets.UTF_8);
    }

    private static String context(String group) {
        return "errorstore_group.note/" + group;
    }
}
