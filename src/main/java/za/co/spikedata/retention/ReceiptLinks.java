package za.co.spikedata.retention;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/**
 * Secrets that show one person's receipts to whoever has them, for people who cannot sign in any
 * more. They are worked out and not kept: an id, and a hash of it that only this installation can
 * make.
 */
@Component
public class ReceiptLinks {
    private static final String CONTEXT = "receipts";

    private static final int ID_BYTES = 2 * Long.BYTES;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{64}");

    private final TenantSecrets secrets;

    ReceiptLinks(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    public String token(TenantId tenant, UUID owner) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret(tenant, owner));
    }

    public Optional<UUID> owner(TenantId tenant, String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var given = Base64.getUrlDecoder().decode(token);
        var id = ByteBuffer.wrap(Arrays.copyOf(given, ID_BYTES));
        var owner = new UUID(id.getLong(), id.getLong());
        return MessageDigest.isEqual(given, secret(tenant, owner))
                ? Optional.of(owner)
                : Optional.empty();
    }

    private byte[] secret(TenantId tenant, UUID owner) {
        var hash = secrets.fingerprint(tenant, CONTEXT, owner.toString());
        return ByteBuffer.allocate(ID_BYTES + hash.length)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .put(hash)
                .array();
    }
}
