package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * How a note says that an account or a contract ended: with a keyed hash, since unlike a destroyed
 * half it is believed, and whoever can write to the store must not end anything by it.
 */
@Component
class EndNotes {
    private static final String ACCOUNT = "account";
    private static final String CONTRACT = "contract";

    private final PlatformSecrets secrets;

    EndNotes(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    /** Tells it from the tenant's other notes. */
    String name(Returned.Ended ended) {
        return switch (ended) {
            case Returned.Account(var owner) -> owner.toString().replace("-", "");
            case Returned.Contract _ -> CONTRACT;
        };
    }

    String line(TenantId tenant, Returned.Ended ended) {
        return switch (ended) {
            case Returned.Account(var owner) -> signed(tenant, ACCOUNT + " " + owner);
            case Returned.Contract(var when) -> signed(tenant, CONTRACT + " " + when);
        };
    }

    /** Empty for what nobody here wrote about this tenant. */
    Optional<Returned.Ended> read(TenantId tenant, String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !isSigned(tenant, line, line.substring(0, end))) {
            return Optional.empty();
        }
        var words = line.substring(0, end).split(" ", 2);
        return words.length < 2
                ? Optional.empty()
                : Optional.of(
                        words[0].equals(CONTRACT)
                                ? new Returned.Contract(Instant.parse(words[1]))
                                : new Returned.Account(UUID.fromString(words[1])));
    }

    private boolean isSigned(TenantId tenant, String line, String said) {
        return MessageDigest.isEqual(
                line.getBytes(StandardCharsets.UTF_8),
                signed(tenant, said).getBytes(StandardCharsets.UTF_8));
    }

    private String signed(TenantId tenant, String said) {
        var content = (tenant + " " + said).getBytes(StandardCharsets.UTF_8);
        var hash = secrets.fingerprint("notes of ends", content);
        return said + " " + HexFormat.of().formatHex(hash);
    }
}
