package za.co.spikedata.issuers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.identity.VouchedSignIn;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.vault.TenantSecrets;

/**
 * What a tenant's administrators do with the providers they trust; each act leaves an audit line.
 */
@Component
class Issuers {
    static final int MOST = 5;

    private final IssuerTable table;
    private final SubjectTable subjects;
    private final Providers providers;
    private final VouchedSignIn people;
    private final TenantSecrets secrets;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Issuers(
            IssuerTable table,
            SubjectTable subjects,
            Providers providers,
            VouchedSignIn people,
            TenantSecrets secrets,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.subjects = subjects;
        this.providers = providers;
        this.people = people;
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an administrator decides about one. */
    record Wish(
            String name,
            String url,
            String clientId,
            String secret,
            List<String> domains,
            Optional<String> audience,
            boolean trustsFactor) {
        @Override
        public String toString() {
            return "Wish[*]";
        }
    }

    /** What came of it. */
    enum Outcome {
        MADE,
        /** There are as many as there may be, or this one is there. */
        FULL,
        /** It does not say of itself what OpenID Connect Discovery asks for. */
        SILENT
    }

    Outcome make(Person person, Wish wish) {
        var tenant = person.tenant();
        var id = UUID.randomUUID();
        var issuer =
                new Issuer(
                        id,
                        wish.name(),
                        wish.url(),
                        wish.clientId(),
                        secrets.seal(tenant, Issuer.secretContext(id), wish.secret()),
                        wish.domains(),
                        wish.audience(),
                        wish.trustsFactor());
        if (table.all(tenant).size() >= MOST) {
            return Outcome.FULL;
        }
        if (providers.described(tenant, issuer, now()).isEmpty()) {
            return Outcome.SILENT;
        }
        var by = person.id().toString();
        return database.call(
                tenant,
                () -> {
                    if (!table.insert(tenant, issuer, by, now())) {
                        return Outcome.FULL;
                    }
                    audit.record(tenant, by, "issuer.made", id.toString());
                    return Outcome.MADE;
                });
    }

    /** With it end its links, its tokens and the sessions of everybody else it ever let in. */
    boolean remove(Person person, Issuer issuer) {
        var tenant = person.tenant();
        var by = person.id().toString();
        var letIn =
                database.call(
                        tenant,
                        () -> {
                            table.claim(tenant, issuer.id());
                            var linked = subjects.people(tenant, issuer.id());
                            if (!table.delete(tenant, issuer.id())) {
                                return Optional.<List<PersonId>>empty();
                            }
                            audit.record(tenant, by, "issuer.removed", issuer.id().toString());
                            return Optional.of(linked);
                        });
        letIn.ifPresent(linked ->
                people.endSessions(
                        tenant, linked.stream().filter(id -> !id.equals(person.id())).toList()));
        return letIn.isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
