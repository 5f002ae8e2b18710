package za.co.spikedata.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Which halves of keys were destroyed, written down beside those that are left: in a bucket of
 * which there is no backup, so that whoever restores the database finds out what was deleted since.
 */
@Component
public class Gone {
    /** By how much the clocks of store and portal may differ. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final GoneNotes notes;
    private final GoneLook look;
    private final VaultTable table;
    private final TenantDatabase database;
    private final Clock clock;

    Gone(GoneNotes notes, GoneLook look, VaultTable table, TenantDatabase database, Clock clock) {
        this.notes = notes;
        this.look = look;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    /** The next look is at all notes, not only at those that the database has not settled. */
    public void askForAll() {
        look.askForAll();
    }

    /**
     * Looks for keys that a row still holds one half of though the other is destroyed, by each note
     * since the last look that was settled. A database that is restored tells of an earlier one.
     *
     * @param isSettled deals with a tenant's keys, those of one note; where it is false they are
     *     looked for again
     * @throws StoreUnavailable when the store does not answer; what was found is found again
     */
    public void look(Set<TenantId> tenants, BiPredicate<TenantId, List<VaultId>> isSettled) {
        var before = look.settled();
        var since = before.until().map(settled -> settled.minus(SKEW)).orElse(Instant.EPOCH);
        var begun = clock.instant();
        var unsettled = new ArrayList<Instant>();
        try {
            notes.read(
                    tenants,
                    since,
                    note -> {
                        if (!isSettled(note, isSettled)) {
                            unsettled.add(note.written());
                        }
                    });
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
        unsettled.add(begun);
        look.settle(before, Collections.min(unsettled));
    }

    private boolean isSettled(GoneNotes.Note note, BiPredicate<TenantId, List<VaultId>> isSettled) {
        boolean isAll = true;
        for (var tenant : note.tenants()) {
            var keys = database.call(tenant, () -> table.withHalves(tenant, note.halves()));
            isAll &= keys.isEmpty() || isSettled.test(tenant, keys);
        }
        return isAll;
    }
}
