package za.co.spikedata.api;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.vault.PlatformSecrets;

/** Makes, replaces and revokes what programs identify themselves by. */
@Component
class Credentials {
    /** One at a time, so that a lineage has one pace. */
    static final String PACES = "api-credential-paces";

    private final CredentialTable table;
    private final AccessTokens tokens;
    private final PlatformSecrets secrets;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Credentials(
            CredentialTable table,
            AccessTokens tokens,
            PlatformSecrets secrets,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.tokens = tokens;
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an administrator decides about one. */
    record Wish(
            Credential.Kind kind,
            String name,
            Set<Scope> scopes,
            int mostAtOnce,
            Pace pace,
            Duration lasts) {}

    /** A new one with its secret, which is shown this once. */
    sealed interface Made {
        Credential credential();

        record Token(Credential credential, String token) implements Made {
            @Override
            public String toString() {
                return "Token[*]";
            }
        }

        record Pair(Credential credential, Secret secret) implements Made {}

        record ClientSecret(Credential credential, Secret secret) implements Made {}
    }

    Made make(Tenant tenant, Person person, Wish wish) {
        return make(tenant, person, wish, Optional.empty(), "api.credential.made");
    }

    /** The same with a new secret, once; the old one goes on until it is revoked. */
    Optional<Made> rotate(Tenant tenant, Person person, UUID id) {
        var now = clock.instant();
        var named = table.named(tenant.id(), id);
        return database.callAlone(
                tenant.id(),
                PACES,
                () ->
                        named.filter(old -> old.isReplaceable(now))
                                .filter(_ -> table.replace(tenant.id(), id, now))
                                .flatMap(old -> asItIs(tenant, old))
                                .map(old ->
                                        make(
                                                tenant,
                                                person,
                                                again(old),
                                                Optional.of(old.lineage()),
                                                "api.credential.rotated")));
    }

    /** Its pace may have become another since its name was read. */
    private Optional<Credential> asItIs(Tenant tenant, Credential old) {
        return table.find(tenant.id(), old.id()).map(kept -> kept.called(old.name()));
    }

    private static Wish again(Credential old) {
        return new Wish(
                old.kind(),
                old.name(),
                old.scopes(),
                old.mostAtOnce(),
                old.pace(),
                Duration.between(old.createdAt(), old.expiresAt().orElseThrow()));
    }

    boolean revoke(Tenant tenant, Person person, UUID id) {
        return database.call(
                tenant.id(),
                () -> {
                    boolean revoked = table.revoke(tenant.id(), id, clock.instant());
                    if (revoked) {
                        audit.record(
                                tenant.id(),
                                person.id().toString(),
                                "api.credential.revoked",
                                id.toString());
                    }
                    return revoked;
                });
    }

    /** From the next request on; false when it opens nothing any more. */
    boolean limit(Tenant tenant, Person person, UUID id, Pace pace) {
        return database.callAlone(
                tenant.id(),
                PACES,
                () -> {
                    boolean limited = table.limit(tenant.id(), id, pace);
                    if (limited) {
                        audit.record(
                                tenant.id(),
                                person.id().toString(),
                                "api.credential.limited",
                                id.toString());
                    }
                    return limited;
                });
    }

    private Made make(
            Tenant tenant, Person person, Wish wish, Optional<UUID> lineage, String action) {
        var id = UUID.randomUUID();
        var secret = wish.kind() == Credential.Kind.CLIENT ? Secret.ofClient(id) : Secret.random();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var credential =
                new Credential(
                        id,
                        lineage.orElse(id),
                        wish.kind(),
                        wish.name(),
                        wish.scopes(),
                        secret.hash(secrets),
                        wish.mostAtOnce(),
                        wish.pace(),
                        person.id().toString(),
                        now,
                        Optional.of(now.plus(wish.lasts())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        database.run(
                tenant.id(),
                () -> {
                    table.insert(tenant.id(), credential);
                    audit.record(
                            tenant.id(),
                            person.id().toString(),
                            action,
                            credential.id().toString());
                });
        return switch (wish.kind()) {
            case TOKEN -> new Made.Token(credential, tokens.sign(tenant, credential, secret));
            case PAIR -> new Made.Pair(credential, secret);
            case CLIENT -> new Made.ClientSecret(credential, secret);
        };
    }
}
