package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;
import za.co.spikedata.tenancy.TenantId;

/**
 * Notes of destroyed halves, and of what ended, in the bucket of halves that are left. Each is
 * named after a keyed hash of its tenant, so that the store learns of no tenant.
 */
@Component
class GoneNotes {
    private static final Logger log = LoggerFactory.getLogger(GoneNotes.class);
    private static final String NOTE = "key-gone-";

    private static final int HASH_BYTES = 16;

    /** Longer than any backup of the database is kept. */
    private static final Duration KEPT = Duration.ofDays(36);

    /** How many, each of up to a thousand names, are in memory. */
    private static final int READ_AT_ONCE = 50;

    private final ObjectStore store;
    private final PlatformSecrets secrets;
    private final Clock clock;

    GoneNotes(ObjectStore store, PlatformSecrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param tenants whose it may be: of a note that names no hash, all
     * @param lines names of destroyed halves, or that something ended
     */
    record Note(List<TenantId> tenants, Instant written, List<String> lines) {}

    /** Notes the halves among these; the same again is the same note. */
    void write(TenantId tenant, List<String> names) {
        var halves = names.stream().filter(Shelf.KEY::isName).sorted().toList();
        if (!halves.isEmpty()) {
            write(tenant, Shelf.KEY.random(halves.getFirst()), String.join("\n", halves));
        }
    }

    /**
     * Notes one more thing.
     *
     * @param name tells it from the tenant's other notes; without a hyphen
     */
    void write(TenantId tenant, String name, String content) {
        var bytes = content.getBytes(StandardCharsets.US_ASCII);
        store.put(beginning(tenant) + name, bytes, bytes.length);
    }

    /**
     * Reads those written since then, some at a time. What is older than any backup goes; what the
     * store keeps of it is asked for again, since nobody waits for it.
     */
    void read(Set<TenantId> tenants, Instant since, Consumer<Note> reader) {
        var oldest = clock.instant().minus(KEPT);
        var earliest = since.isAfter(oldest) ? since : oldest;
        var hashes = tenants.stream().collect(Collectors.toMap(this::beginning, List::of));
        for (var page : store.pages(Shelf.KEY, NOTE)) {
            page.stream()
                    .filter(note -> !note.lastModified().isBefore(earliest))
                    .gather(Gatherers.windowFixed(READ_AT_ONCE))
                    .flatMap(some -> contents(some, hashes, List.copyOf(tenants)))
                    .forEach(reader);
            delete(page.stream().filter(note -> note.lastModified().isBefore(oldest)).toList());
        }
    }

    private void delete(List<S3Object> notes) {
        try {
            store.delete(notes.stream().map(S3Object::key).toList());
        } catch (SdkException kept) {
            log.warn("Expected the store to delete {} old notes", notes.size(), kept);
        }
    }

    private Stream<Note> contents(
            List<S3Object> notes, Map<String, List<TenantId>> hashes, List<TenantId> all) {
        var contents = store.read(notes.stream().map(S3Object::key).toList());
        return notes.stream()
                .flatMap(note ->
                        Stream.ofNullable(contents.get(note.key()))
                                .map(content ->
                                        new Note(
                                                whose(note.key(), hashes, all),
                                                note.lastModified(),
                                                lines(content))));
    }

    /** Notes of no hash are as they were once written; some may still be there. */
    private static List<TenantId> whose(
            String note, Map<String, List<TenantId>> hashes, List<TenantId> all) {
        var beginning = beginning(note);
        return beginning.equals(NOTE) ? all : hashes.getOrDefault(beginning, List.of());
    }

    private String beginning(TenantId tenant) {
        var id = tenant.value().getBytes(StandardCharsets.US_ASCII);
        var hash = secrets.fingerprint("tenants of notes", id);
        return NOTE + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "-";
    }

    private static String beginning(String note) {
        return note.substring(0, note.lastIndexOf('-') + 1);
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII).lines().toList();
    }
}
