package za.co.spikedata.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import za.co.spikedata.tenancy.TenantId;

/** The key of one document, unwrapped; what it seals opens only for the same tenant and id. */
final class DocumentKey {
    static final int BYTES = 32;
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final String HMAC = "HmacSha256";

    private final byte[] key;
    private final String owner;

    DocumentKey(byte[] key, TenantId tenant, VaultId id) {
        this.key = key.clone();
        this.owner = tenant.value() + "/" + id;
    }

    private DocumentKey(byte[] key, String owner) {
        this.key = key;
        this.owner = owner;
    }

    /** The key of which this is one half: without the other nothing follows from it. */
    DocumentKey with(byte[] half) {
        var both = ByteBuffer.allocate(key.length + half.length).put(key).put(half).array();
        try {
            var whole = Hkdf.computeHkdf(HMAC, both, new byte[0], context("halves"), BYTES);
            return new DocumentKey(whole, owner);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected HKDF to work", missing);
        }
    }

    byte[] bytes() {
        return key.clone();
    }

    OutputStream encrypting(OutputStream target) throws IOException {
        try {
            return streaming().newEncryptingStream(target, context("object"));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    InputStream decrypting(InputStream source) throws IOException {
        try {
            return streaming().newDecryptingStream(source, context("object"));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    byte[] seal(String field, byte[] content) {
        try {
            return fields().encrypt(content, context("field:" + field));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    /**
     * @throws Unsealable when it was changed, or sealed for another document or field
     */
    byte[] unseal(String field, byte[] sealed) {
        try {
            return fields().decrypt(sealed, context("field:" + field));
        } catch (GeneralSecurityException broken) {
            throw new Unsealable(broken);
        }
    }

    private AesGcmHkdfStreaming streaming() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, HMAC, BYTES, SEGMENT_BYTES, 0);
    }

    /** A key of its own, so that objects and fields never share one. */
    private AesGcmJce fields() throws GeneralSecurityException {
        return new AesGcmJce(Hkdf.computeHkdf(HMAC, key, new byte[0], context("fields"), BYTES));
    }

    private byte[] context(String use) {
        return (use + "\n" + owner).getBytes(StandardCharsets.UTF_8);
    }
}
