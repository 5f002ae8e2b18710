package za.co.spikedata.identity;

import java.io.Serializable;
import java.util.UUID;

/** Names a person; random, so that it tells nothing. */
public record PersonId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
