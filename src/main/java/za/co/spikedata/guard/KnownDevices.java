package za.co.spikedata.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Devices on which a password was once right. A device keeps a token for each of its accounts,
 * bound to the tenant, that nobody without the key can make. They are not those that mail tells of
 * and that have a count of codes of their own: there the second factor must have been given too, or
 * whoever stole a password would count each try at the code anew.
 */
@Component
class KnownDevices {
    static final int MOST = 5;
    private static final int ID_BYTES = 12;
    private static final int ACCOUNT_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(GuardSettings settings) {
        this.key = new SecretKeySpec(settings.key(), ALGORITHM);
    }

    /** A name for the account that tells nothing of it. */
    String account(TenantId tenant, String name) {
        return encode(Arrays.copyOf(mac("account", tenant.value(), name), ACCOUNT_BYTES));
    }

    String token(TenantId tenant, String account) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return encode(id) + account + encode(seal(tenant, account, encode(id)));
    }

    /** Those tokens of a cookie that are ours and this tenant's. */
    List<Known> known(TenantId tenant, String cookie) {
        var known = new ArrayList<Known>();
        for (var token : cookie.split("\\.", MOST + 1)) {
            parse(tenant, token).ifPresent(known::add);
        }
        return known;
    }

    /**
     * A device known to one account.
     *
     * @param id names the device for this account
     */
    record Known(String id, String account, String token) {
        @Override
        public String toString() {
            return "Known[*]";
        }
    }

    private Optional<Known> parse(TenantId tenant, String token) {
        int id = length(ID_BYTES);
        int account = id + length(ACCOUNT_BYTES);
        if (token.length() != account + length(SEAL_BYTES)) {
            return Optional.empty();
        }
        var known = new Known(token.substring(0, id), token.substring(id, account), token);
        var seal = encode(seal(tenant, known.account(), known.id()));
        return MessageDigest.isEqual(
                        seal.getBytes(StandardCharsets.US_ASCII),
                        token.substring(account).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(known)
                : Optional.empty();
    }

    private byte[] seal(TenantId tenant, String account, String id) {
        return Arrays.copyOf(mac("device", tenant.value(), account, id), SEAL_BYTES);
    }

    private byte[] mac(String... fields) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var field : fields) {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected HMAC-SHA-256 in every Java", missing);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Characters that so many bytes take. */
    private static int length(int bytes) {
        return (bytes * 4 + 2) / 3;
    }
}
