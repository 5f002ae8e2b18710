package za.co.spikedata.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Which halves of keys were destroyed and what ended, written down beside the halves that are left:
 * in a bucket of which there is no backup, so that whoever restores the database finds out what was
 * deleted since.
 */
@Component
public class Gone {
    /** By how much the clocks of store and portal may differ. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final GoneNotes notes;
    private final EndNotes ends;
    private final GoneLook look;
    private final VaultTable table;
    private final TenantDatabase database;
    private final Clock clock;

    Gone(
            GoneNotes notes,
            EndNotes ends,
            GoneLook look,
            VaultTable table,
            TenantDatabase database,
            Clock clock) {
        this.notes = notes;
        this.ends = ends;
        this.look = look;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes what ended; the same again is the same note.
     *
     * @throws StoreUnavailable when the store does not take it
     */
    public void note(TenantId tenant, Returned.Ended ended) {
        try {
            notes.write(tenant, ends.name(ended), ends.line(tenant, ended));
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    /** The next look is at all notes, not only at those that the database has not settled. */
    public void askForAll() {
        look.askForAll();
    }

    /**
     * Looks for what may have come back, by each note since the last look that was settled. A
     * database that is restored tells of an earlier one.
     *
     * @param isSettled deals with what one note says of a tenant; where it is false it is looked
     *     for again
     * @throws StoreUnavailable when the store does not answer; what was found is found again
     */
    public void look(Set<TenantId> tenants, BiPredicate<TenantId, Returned> isSettled) {
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

    private boolean isSettled(GoneNotes.Note note, BiPredicate<TenantId, Returned> isSettled) {
        boolean isAll = true;
        for (var tenant : note.tenants()) {
            for (var returned : returned(tenant, note.lines())) {
                isAll &= isSettled.test(tenant, returned);
            }
        }
        return isAll;
    }

    private List<Returned> returned(TenantId tenant, List<String> lines) {
        var keys = database.call(tenant, () -> table.withHalves(tenant, lines));
        return Stream.concat(
                        Stream.of(keys).filter(some -> !some.isEmpty()).map(Returned.Keys::new),
                        lines.stream().flatMap(line -> ends.read(tenant, line).stream()))
                .toList();
    }
}
