package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Which halves of keys were destroyed, written down beside those that are left: in a bucket of which
 * there is no backup, so that whoever restores the database finds out what was deleted since.
 */
@Component
public class Gone {
    private static final String NOTE = "key-gone-";

    /** Longer than any backup of the database is kept. */
    private static final Duration KEPT = Duration.ofDays(36);

    private final ObjectStore store;
    private final VaultTable table;
    private final TenantDatabase database;
    private final Clock clock;

    Gone(ObjectStore store, VaultTable table, TenantDatabase database, Clock clock) {
        this.store = store;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    /** Notes the halves among these, before they are deleted; the same again is the same note. */
    static void note(ObjectStore store, List<String> names) {
        var halves = names.stream().filter(Shelf.KEY::isName).sorted().toList();
        if (!halves.isEmpty()) {
            var lines = String.join("\n", halves).getBytes(StandardCharsets.US_ASCII);
            store.put(NOTE + Shelf.KEY.random(halves.getFirst()), lines, lines.length);
        }
    }

    /**
     * Goes through the names of all halves that are noted, some at a time; notes older than any
     * backup are deleted.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public void ofAll(Consumer<List<String>> halves) {
        var oldest = clock.instant().minus(KEPT);
        try {
            for (var page : store.pages(Shelf.KEY, NOTE)) {
                store.delete(names(page, note -> note.lastModified().isBefore(oldest)));
                halves.accept(read(names(page, note -> !note.lastModified().isBefore(oldest))));
            }
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    /** Keys that a row still holds one half of though the other, one of these, is destroyed. */
    public List<VaultId> returned(TenantId tenant, List<String> halves) {
        return database.call(tenant, () -> table.withHalves(tenant, halves));
    }

    private List<String> read(List<String> notes) {
        return store.read(notes).values().stream()
                .flatMap(note -> new String(note, StandardCharsets.US_ASCII).lines())
                .toList();
    }

    private static List<String> names(List<S3Object> page, Predicate<S3Object> which) {
        return page.stream().filter(which).map(S3Object::key).toList();
    }
}
