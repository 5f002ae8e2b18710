package za.co.spikedata.statements;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.vault.VaultId;

/**
 * An uploaded document as the table holds it; what is personal in it is sealed.
 *
 * @param place order within its upload
 * @param reason why it was refused, by name: a reason of the engine or a refusal at the door
 */
record Document(
        DocumentId id,
        PersonId person,
        UUID upload,
        int place,
        VaultId vault,
        byte[] sealedName,
        long bytes,
        State state,
        Optional<String> reason,
        Optional<Verdict> verdict,
        int transactions,
        boolean isWrongPassword,
        int attempts,
        Optional<String> stage,
        int done,
        int of,
        OffsetDateTime created) {
    @Override
    public String toString() {
        return "Document[" + id + ", " + state + "]";
    }
}
