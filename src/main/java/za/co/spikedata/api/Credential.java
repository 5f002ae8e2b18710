package za.co.spikedata.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a program identifies itself by, without its secret.
 *
 * @param lineage the first of those that replaced one another, which share what one may do
 * @param name empty where it was not asked for
 * @param mostAtOnce requests it may have under way
 * @param pace requests a minute it may make
 */
record Credential(
        UUID id,
        UUID lineage,
        Kind kind,
        String name,
        Set<Scope> scopes,
        byte[] secretHash,
        int mostAtOnce,
        Pace pace,
        String createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> replacedAt) {
    /** The two forms of authorization. */
    enum Kind {
        /** One signed token. */
        TOKEN,
        /** Two keys, as older clients send them. */
        PAIR,
        /** An id and a secret, for which a program is given tokens that soon end. */
        CLIENT
    }

    Credential {
        scopes = Set.copyOf(scopes);
        secretHash = secretHash.clone();
    }

    @Override
    public byte[] secretHash() {
        return secretHash.clone();
    }

    /** The same one with its name. */
    Credential called(String named) {
        return new Credential(
                id,
                lineage,
                kind,
                named,
                scopes,
                secretHash,
                mostAtOnce,
                pace,
                createdBy,
                createdAt,
                expiresAt,
                revokedAt,
                lastUsedAt,
                replacedAt);
    }

    boolean isLive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** Whether a new secret may still be made for it. */
    boolean isReplaceable(Instant now) {
        return isLive(now) && replacedAt.isEmpty();
    }

    @Override
    public String toString() {
        return "Credential[" + id + "]";
    }
}
