package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Seals the platform's own small secrets, which belong to no tenant. */
@Component
public class PlatformSecrets {
    private final MasterKey master;

    PlatformSecrets(MasterKey master) {
        this.master = master;
    }

    public byte[] seal(String context, byte[] content) {
        return Sealing.seal(key(), context.getBytes(StandardCharsets.UTF_8), content);
    }

    /**
     * @throws Unsealable when it was changed or comes from another place
     */
    public byte[] unseal(String context, byte[] sealed) {
        return Sealing.unseal(key(), context.getBytes(StandardCharsets.UTF_8), sealed);
    }

    private byte[] key() {
        return master.derive("platform secrets");
    }
}
