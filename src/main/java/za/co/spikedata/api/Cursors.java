package za.co.spikedata.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.statements.ProgramDocuments.Place;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.PlatformSecrets;

/** Where a list goes on, in letters that only we can write, for each tenant others. */
@Component
class Cursors {
    private static final int PLACE_BYTES = 24;
    private static final int MAC_BYTES = 16;

    private final PlatformSecrets secrets;

    Cursors(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    String text(TenantId tenant, Place place) {
        var bytes =
                ByteBuffer.allocate(PLACE_BYTES)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.created()))
                        .putLong(place.id().getMostSignificantBits())
                        .putLong(place.id().getLeastSignificantBits())
                        .array();
        var all = Arrays.copyOf(bytes, PLACE_BYTES + MAC_BYTES);
        System.arraycopy(mac(tenant, bytes), 0, all, PLACE_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty for what was not written here for this tenant. */
    Optional<Place> read(TenantId tenant, String text) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            if (all.length != PLACE_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            var bytes = Arrays.copyOf(all, PLACE_BYTES);
            var mac = Arrays.copyOfRange(all, PLACE_BYTES, all.length);
            if (!MessageDigest.isEqual(mac, Arrays.copyOf(mac(tenant, bytes), MAC_BYTES))) {
                return Optional.empty();
            }
            var in = ByteBuffer.wrap(bytes);
            var created = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            return Optional.of(new Place(created, new UUID(in.getLong(), in.getLong())));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(TenantId tenant, byte[] place) {
        return secrets.fingerprint("cursors of " + tenant.value(), place);
    }
}
