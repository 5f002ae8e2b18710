package za.co.spikedata.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM, HKDF and HMAC with the parameters that everything small is sealed with. */
final class Sealing {
    private Sealing() {}

    static byte[] seal(byte[] key, byte[] context, byte[] content) {
        try {
            return new AesGcmJce(key).encrypt(content, context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    /**
     * @throws Unsealable when it was changed, or sealed by another key or in another context
     */
    static byte[] unseal(byte[] key, byte[] context, byte[] sealed) {
        try {
            return new AesGcmJce(key).decrypt(sealed, context);
        } catch (GeneralSecurityException broken) {
            throw new Unsealable(broken);
        }
    }

    /** A key for one use, which tells nothing of the key it comes from. */
    static byte[] derived(byte[] key, String use) {
        try {
            return Hkdf.computeHkdf(
                    "HmacSha256",
                    key,
                    new byte[0],
                    ("use\n" + use).getBytes(StandardCharsets.UTF_8),
                    DocumentKey.BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected HKDF to work", broken);
        }
    }

    /** HMAC-SHA-256 of the parts, one after the other. */
    static byte[] hash(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected HMAC to work", broken);
        }
    }
}
