package za.co.spikedata.statements;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.statements.upload.Refusal;
import za.co.spikedata.vault.VaultId;

/**
 * An uploaded document as the table holds it; what is personal in it is sealed.
 *
 * @param place order within its upload
 * @param vault key of what is known of it
 * @param original the PDF itself, under a key of its own; empty once it is deleted
 * @param sealedHash SHA-256 of the PDF as it was uploaded
 * @param formerHash the same of a document from before it was sealed by the tenant's key
 * @param reason why it was refused, by name: a reason of the engine or a refusal at the door
 */
record Document(
        DocumentId id,
        PersonId person,
        UUID upload,
        int place,
        VaultId vault,
        Optional<VaultId> original,
        byte[] sealedName,
        Optional<byte[]> sealedHash,
        Optional<byte[]> formerHash,
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
    /** One that came in and waits to be read. */
    static Document taken(
            PersonId person,
            UUID upload,
            int place,
            VaultId vault,
            VaultId original,
            byte[] sealedName,
            byte[] sealedHash,
            long bytes,
            OffsetDateTime now) {
        return arrived(
                person,
                upload,
                place,
                vault,
                Optional.of(original),
                sealedName,
                Optional.of(sealedHash),
                bytes,
                Optional.empty(),
                now);
    }

    /** One that was turned away at the door. */
    static Document turned(
            PersonId person,
            UUID upload,
            int place,
            VaultId vault,
            byte[] sealedName,
            Refusal refusal,
            long bytes,
            OffsetDateTime now) {
        return arrived(
                person,
                upload,
                place,
                vault,
                Optional.empty(),
                sealedName,
                Optional.empty(),
                bytes,
                Optional.of(refusal.name()),
                now);
    }

    private static Document arrived(
            PersonId person,
            UUID upload,
            int place,
            VaultId vault,
            Optional<VaultId> original,
            byte[] sealedName,
            Optional<byte[]> sealedHash,
            long bytes,
            Optional<String> refusal,
            OffsetDateTime now) {
        return new Document(
                DocumentId.random(),
                person,
                upload,
                place,
                vault,
                original,
                sealedName,
                sealedHash,
                Optional.empty(),
                bytes,
                refusal.isPresent() ? State.REFUSED : State.WAITING,
                refusal,
                Optional.empty(),
                0,
                false,
                0,
                Optional.empty(),
                0,
                0,
                now);
    }

    @Override
    public String toString() {
        return "Document[" + id + ", " + state + "]";
    }
}
