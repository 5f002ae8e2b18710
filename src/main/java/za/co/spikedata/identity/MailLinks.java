package za.co.spikedata.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/** Links that prove a mail was read: random, short-lived, for one person, of one use. */
@Component
class MailLinks {
    /** What a link is for, and how long. */
    enum Kind {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofMinutes(30)),
        OLD_EMAIL(Duration.ofHours(24)),
        NEW_EMAIL(Duration.ofHours(24));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }
    }

    private final LinkTable table;
    private final TenantSecrets secrets;
    private final Clock clock;

    MailLinks(LinkTable table, TenantSecrets secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A link that was found: whose it is and what it carries. */
    record Found(PersonId person, String detail) {
        @Override
        public String toString() {
            return "Found[" + person + "]";
        }
    }

    /** Makes the secret of a link; those of the same kind before it are dead. */
    String make(Person person, Kind kind, String detail) {
        var token = Tokens.fresh();
        var tenant = person.tenant();
        table.deleteOf(tenant, person.id(), kind.name());
        table.insert(
                tenant,
                Tokens.hash(token),
                person.id(),
                kind.name(),
                secrets.seal(tenant, context(person.id()), detail.getBytes(StandardCharsets.UTF_8)),
                clock.instant().plus(kind.life));
        return token;
    }

    /** What the link is for, while it lives; looking does not use it up. */
    Optional<Found> find(TenantId tenant, String token, Kind kind) {
        return Tokens.isToken(token)
                ? table.find(tenant, Tokens.hash(token), kind.name(), clock.instant())
                        .map(row -> found(tenant, row))
                : Optional.empty();
    }

    /** Uses the link up; found once. */
    Optional<Found> take(TenantId tenant, String token, Kind kind) {
        return Tokens.isToken(token)
                ? table.take(tenant, Tokens.hash(token), kind.name(), clock.instant())
                        .map(row -> found(tenant, row))
                : Optional.empty();
    }

    /**
     * A link that waits, without its secret.
     *
     * @param detail what it carries, such as the address that is asked for; empty when it does not
     *     open
     */
    record Waiting(Kind kind, Optional<String> detail, Instant expires) {
        @Override
        public String toString() {
            return "Waiting[" + kind + "]";
        }
    }

    /** Those that wait for one person. */
    List<Waiting> waiting(Person person) {
        return table.of(person.tenant(), person.id(), clock.instant()).stream()
                .map(sent ->
                        new Waiting(
                                Kind.valueOf(sent.kind()),
                                opened(person, sent.sealedDetail()),
                                sent.expires()))
                .toList();
    }

    /** Lets nobody use another link of the same person before the transaction is done. */
    void hold(TenantId tenant, String token) {
        if (Tokens.isToken(token)) {
            table.hold(tenant, Tokens.hash(token));
        }
    }

    void forget(Person person, Kind kind) {
        table.deleteOf(person.tenant(), person.id(), kind.name());
    }

    boolean has(TenantId tenant, PersonId person, Kind kind) {
        return table.has(tenant, person, kind.name());
    }

    private Found found(TenantId tenant, LinkTable.Row row) {
        return new Found(row.person(), detail(tenant, row.person(), row.sealedDetail()));
    }

    private String detail(TenantId tenant, PersonId person, byte[] sealed) {
        return secrets.unsealText(tenant, context(person), sealed);
    }

    private Optional<String> opened(Person person, byte[] sealed) {
        try {
            return Optional.of(detail(person.tenant(), person.id(), sealed));
        } catch (Unsealable | KeyRefused broken) {
            return Optional.empty();
        }
    }

    private static String context(PersonId person) {
        return "link/" + person;
    }
}
