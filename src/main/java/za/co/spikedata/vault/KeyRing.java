package za.co.spikedata.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** Wraps and unwraps: the master key wraps tenants' keys, a tenant's key its documents'. */
@Component
class KeyRing {
    private final MasterKey master;
    private final TenantKeyTable table;
    private final Map<TenantId, byte[]> tenantKeys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    KeyRing(MasterKey master, TenantKeyTable table) {
        this.master = master;
        this.table = table;
    }

    DocumentKey create(TenantId tenant, VaultId id) {
        return new DocumentKey(randomBytes(DocumentKey.BYTES), tenant, id);
    }

    byte[] wrap(TenantId tenant, VaultId id, DocumentKey key) {
        return encrypt(tenantKey(tenant), key.bytes(), context(tenant, id));
    }

    DocumentKey unwrap(TenantId tenant, VaultId id, byte[] wrapped) {
        var key = decrypt(tenantKey(tenant), wrapped, context(tenant, id));
        return new DocumentKey(key, tenant, id);
    }

    /** A key for one use of a tenant, which tells nothing of the tenant's own. */
    byte[] derived(TenantId tenant, String use) {
        try {
            return Hkdf.computeHkdf(
                    "HmacSha256",
                    tenantKey(tenant),
                    new byte[0],
                    ("use\n" + use).getBytes(StandardCharsets.UTF_8),
                    DocumentKey.BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected HKDF to work", broken);
        }
    }

    byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Only a committed key is remembered: one that is rolled back must not wrap anything. */
    private byte[] tenantKey(TenantId tenant) {
        var known = tenantKeys.get(tenant);
        if (known != null) {
            return known;
        }
        var context = ("tenant\n" + tenant).getBytes(StandardCharsets.UTF_8);
        var wrapped =
                table.find(tenant)
                        .orElseGet(() ->
                                table.insertOrFind(
                                        tenant,
                                        encrypt(
                                                master.key(),
                                                randomBytes(DocumentKey.BYTES),
                                                context)));
        var key = decrypt(master.key(), wrapped, context);
        tenantKeys.put(tenant, key);
        return key;
    }

    private static byte[] context(TenantId tenant, VaultId id) {
        return ("document\n" + tenant + "/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encrypt(byte[] key, byte[] content, byte[] context) {
        try {
            return new AesGcmJce(key).encrypt(content, context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected AES-GCM to work", broken);
        }
    }

    private static byte[] decrypt(byte[] key, byte[] wrapped, byte[] context) {
        try {
            return new AesGcmJce(key).decrypt(wrapped, context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Expected a key wrapped by this installation's master key", broken);
        }
    }
}
