package za.co.spikedata.statements;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.shape.Impersonal;
import za.co.spikedata.tenancy.Ids;

/** Names an uploaded document; random, so that nobody guesses another's. */
@Impersonal
record DocumentId(UUID value) implements Serializable {
    static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /** Empty for whatever is not an id in its canonical form. */
    static Optional<DocumentId> parse(String text) {
        return Ids.parse(text).map(DocumentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
