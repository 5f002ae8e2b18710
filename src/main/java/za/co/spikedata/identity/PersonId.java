package za.co.spikedata.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import za.co.spikedata.shape.Impersonal;

/** Names a person; random, so that it tells nothing. */
@Impersonal
public record PersonId(UUID value) implements Serializable {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    static Optional<PersonId> parse(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new PersonId(UUID.fromString(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
