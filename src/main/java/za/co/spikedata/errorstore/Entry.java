package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
    /** Failures of one layout belong together; where none is known, those of one reason do. */
    String group() {
        return fingerprint.orElse("reason-" + how.reason().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Entry[" + document + "]";
    }
}
