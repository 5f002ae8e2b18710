package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.engine.model.EngineVersion;
import za.co.spikedata.vault.VaultId;

/**
 * A failed document as the store holds it.
 *
 * @param vault key of its replica and sketch
 * @param original key of the PDF
 * @param engine version that read it
 * @param fingerprint of its layout, once it is known
 */
record Entry(
        UUID document,
        UUID person,
        VaultId vault,
        VaultId original,
        Failure.How how,
        String engine,
        Optional<String> junk,
        Copying copying,
        Optional<String> fingerprint,
        Instant since,
        Replay replay) {
    /**
     * As the column {@code group_id}: failures of one layout belong together; where none is known,
     * those of one reason do. Reports are a kind of their own.
     */
    String group() {
        if (how.isReport()) {
            return "reported-" + fingerprint.orElseGet(how::reported);
        }
        return fingerprint.orElse("reason-" + how.reason().toLowerCase(Locale.ROOT));
    }

    /** One whose replica is still to be made, if no password is needed to. */
    static Entry of(Failure failure, VaultId vault, Optional<String> junk) {
        return new Entry(
                failure.document(),
                failure.person(),
                vault,
                failure.original(),
                failure.how(),
                EngineVersion.CURRENT,
                junk,
                failure.opened() ? Copying.LOCKED : Copying.WAITING,
                Optional.empty(),
                failure.since(),
                Replay.NONE);
    }

    @Override
    public String toString() {
        return "Entry[" + document + "]";
    }
}
