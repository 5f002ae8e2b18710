package za.co.spikedata.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/** The keyed hashes that bind each line to the one before it, and the head to its chain. */
@Component
class Chain {
    /** What the first line follows. */
    static final String GENESIS = "0".repeat(64);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Chain(AuditSettings settings) {
        this.key = new SecretKeySpec(settings.key(), ALGORITHM);
    }

    String hash(TenantId tenant, Event event) {
        return mac(
                "event",
                event.previousHash(),
                tenant.value(),
                Long.toString(event.seq()),
                event.at().toString(),
                event.actor(),
                event.action(),
                event.subject(),
                event.address(),
                event.requestId());
    }

    Head head(TenantId tenant, long seq, String hash) {
        return new Head(seq, hash, mac("head", tenant.value(), Long.toString(seq), hash));
    }

    boolean isOurs(TenantId tenant, Head head) {
        return MessageDigest.isEqual(
                head(tenant, head.seq(), head.hash()).seal().getBytes(StandardCharsets.UTF_8),
                head.seal().getBytes(StandardCharsets.UTF_8));
    }

    /** Fields are length-prefixed, so that no two different rows hash the same text. */
    private String mac(String... fields) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var field : fields) {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected HMAC-SHA-256 in every Java", missing);
        }
    }
}
