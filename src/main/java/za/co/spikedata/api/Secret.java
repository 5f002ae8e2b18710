package za.co.spikedata.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.vault.PlatformSecrets;

/** The two keys of a credential; 244 bits that nobody guesses, kept as a keyed hash alone. */
record Secret(UUID apiKey, UUID userKey) {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static Secret random() {
        return new Secret(UUID.randomUUID(), UUID.randomUUID());
    }

    /** Of a client, which everybody may know by its id. */
    static Secret ofClient(UUID id) {
        return new Secret(id, UUID.randomUUID());
    }

    static Optional<Secret> of(@Nullable String apiKey, @Nullable String userKey) {
        return apiKey != null
                        && userKey != null
                        && SHAPE.matcher(apiKey).matches()
                        && SHAPE.matcher(userKey).matches()
                ? Optional.of(new Secret(UUID.fromString(apiKey), UUID.fromString(userKey)))
                : Optional.empty();
    }

    byte[] hash(PlatformSecrets secrets) {
        return secrets.fingerprint(
                "api credentials", (apiKey + ":" + userKey).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Secret[*]";
    }
}
