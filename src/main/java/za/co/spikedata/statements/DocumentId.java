package za.co.spikedata.statements;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.shape.Impersonal;

/** Names an uploaded document; random, so that nobody guesses another's. */
@Impersonal
record DocumentId(UUID value) implements Serializable {
    static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /** Empty for whatever is not an id in its canonical form. */
    static Optional<DocumentId> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new DocumentId(id)) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
