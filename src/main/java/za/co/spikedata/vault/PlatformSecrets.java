package za.co.spikedata.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Seals the platform's own small secrets, which belong to no tenant. */
@Component
public class PlatformSecrets {
    private final MasterKey master;

    PlatformSecrets(MasterKey master) {
        this.master = master;
    }

    public byte[] seal(String context, byte[] content) {
        try {
            return sealing().encrypt(content, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    public byte[] unseal(String context, byte[] sealed) {
        try {
            return sealing().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected a secret sealed as " + context, broken);
        }
    }

    private AesGcmJce sealing() throws GeneralSecurityException {
        return new AesGcmJce(master.derive("platform secrets"));
    }
}
