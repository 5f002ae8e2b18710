package za.co.spikedata.vault;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a database that was restored may hold again, as the notes of what ended tell. */
public sealed interface Returned {
    /** Rows that hold one half of each of these keys though the other is destroyed. */
    record Keys(List<VaultId> ids) implements Returned {
        public Keys {
            ids = List.copyOf(ids);
        }
    }

    /** What had ended before, and ends again where it came back. */
    sealed interface Ended extends Returned {}

    /** Somebody whose account ended; where nothing of it came back there is nothing to do. */
    record Account(UUID owner) implements Ended {}

    /**
     * The tenant itself, whose contract ended.
     *
     * @param ended when; the short name may be another tenant's since
     */
    record Contract(Instant ended) implements Ended {}
}
