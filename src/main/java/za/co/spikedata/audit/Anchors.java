package za.co.spikedata.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * The chains' ends, kept a second time in the object store: whoever sets the database back to what
 * it was, head and all, does not set this back.
 */
@Component
class Anchors {
    private static final Logger log = LoggerFactory.getLogger(Anchors.class);

    /** How long the store is not asked again for a chain that ends where it did. */
    private static final Duration TRUSTED = Duration.ofHours(1);

    private final S3Client s3;
    private final AuditSettings settings;
    private final EventTable events;
    private final TenantDatabase database;
    private final Chain chain;
    private final Clock clock;
    private final Map<TenantId, Seen> seen = new ConcurrentHashMap<>();

    Anchors(
            S3Client s3,
            AuditSettings settings,
            EventTable events,
            TenantDatabase database,
            Chain chain,
            Clock clock) {
        this.s3 = s3;
        this.settings = settings;
        this.events = events;
        this.database = database;
        this.chain = chain;
        this.clock = clock;
    }

    /** Where a chain ended when the store was known to have its end. */
    private record Seen(Optional<Head> head, Instant until) {}

    /** What is kept, whether it is ours or not. */
    Optional<Head> find(TenantId tenant) {
        try {
            var object =
                    s3.getObjectAsBytes(get -> get.bucket(settings.bucket()).key(name(tenant)));
            var parts = object.asString(StandardCharsets.US_ASCII).split("\n", -1);
            return parts.length == 3 && parts[0].matches("\\d{1,18}")
                    ? Optional.of(new Head(Long.parseLong(parts[0]), parts[1], parts[2]))
                    : Optional.of(new Head(0, "", ""));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /** Whether the chain still holds the line that is kept. */
    boolean agrees(TenantId tenant, Head kept) {
        return chain.isOurs(tenant, kept)
                && database.call(tenant, () -> events.find(tenant, kept.seq()))
                        .filter(event -> event.hash().equals(kept.hash()))
                        .isPresent();
    }

    /**
     * Keeps the chain's end; never over one that the chain contradicts. Of most of many tenants
     * nothing happened since the last minute, and the store is not asked for those.
     */
    void keep(TenantId tenant) {
        var head = database.call(tenant, () -> events.head(tenant));
        var before = seen.get(tenant);
        if (before != null
                && before.head().equals(head)
                && clock.instant().isBefore(before.until())) {
            return;
        }
        if (isKept(tenant, head)) {
            seen.put(tenant, new Seen(head, clock.instant().plus(TRUSTED)));
        }
    }

    /** Whether the store has this end now. */
    private boolean isKept(TenantId tenant, Optional<Head> head) {
        var kept = find(tenant);
        if (kept.isPresent() && !agrees(tenant, kept.get())) {
            log.error("The trail of {} is not the one that was anchored", tenant);
            return false;
        }
        if (head.isPresent()
                && chain.isOurs(tenant, head.get())
                && kept.map(Head::seq).orElse(0L) < head.get().seq()) {
            var end = head.get();
            s3.putObject(
                    put -> put.bucket(settings.bucket()).key(name(tenant)),
                    RequestBody.fromString(
                            end.seq() + "\n" + end.hash() + "\n" + end.seal(),
                            StandardCharsets.US_ASCII));
            return true;
        }
        return kept.map(Head::seq).equals(head.map(Head::seq));
    }

    private static String name(TenantId tenant) {
        return "audit/" + tenant + "/head";
    }
}
