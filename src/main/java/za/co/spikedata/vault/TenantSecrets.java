package za.co.spikedata.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Seals a tenant's small secrets that belong to no document. What is sealed in one context, such as
 * the table and row it stands in, opens in no other.
 */
@Component
public class TenantSecrets {
    private final KeyRing keys;

    TenantSecrets(KeyRing keys) {
        this.keys = keys;
    }

    public byte[] seal(TenantId tenant, String context, byte[] content) {
        try {
            return sealing(tenant).encrypt(content, bytes(context));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    public byte[] unseal(TenantId tenant, String context, byte[] sealed) {
        try {
            return sealing(tenant).decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected a secret sealed as " + context, broken);
        }
    }

    /** A hash that only this installation can work out: a copy of the database does not help. */
    public byte[] fingerprint(TenantId tenant, String context, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.derived(tenant, "fingerprints"), "HmacSHA256"));
            mac.update(bytes(context.length() + ":" + context));
            return mac.doFinal(bytes(content));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected HMAC to work", broken);
        }
    }

    private AesGcmJce sealing(TenantId tenant) throws GeneralSecurityException {
        return new AesGcmJce(keys.derived(tenant, "secrets"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
