package za.co.spikedata.issuers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.VouchedSignIn;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/**
 * Finds whom of a tenant a provider speaks of: by its own name for them, and the first time by a
 * mail address that it checked. From then on the name counts, whoever gets the address later.
 */
@Component
class Arrivals {
    private final IssuerTable issuers;
    private final SubjectTable subjects;
    private final VouchedSignIn people;
    private final TenantSecrets secrets;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Arrivals(
            IssuerTable issuers,
            SubjectTable subjects,
            VouchedSignIn people,
            TenantSecrets secrets,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.issuers = issuers;
        this.subjects = subjects;
        this.people = people;
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for strangers; nobody is told what was missing. */
    Optional<Person> person(TenantId tenant, Issuer issuer, Claims claims) {
        var subject =
                secrets.fingerprint(
                        tenant, "issuers_subject/" + issuer.id(), claims.text("sub").orElseThrow());
        return database.call(
                tenant,
                () -> {
                    if (!issuers.keep(tenant, issuer.id())) {
                        return Optional.empty();
                    }
                    var known = subjects.person(tenant, issuer.id(), subject);
                    return known.isPresent()
                            ? people.find(tenant, known.get())
                            : first(tenant, issuer, claims, subject);
                });
    }

    private Optional<Person> first(TenantId tenant, Issuer issuer, Claims claims, byte[] subject) {
        return claims.text("email")
                .filter(_ -> claims.isTrue("email_verified"))
                .map(VouchedSignIn::canonical)
                .filter(issuer::speaksFor)
                .flatMap(email -> people.find(tenant, email))
                .filter(person -> subjects.link(tenant, issuer.id(), subject, person.id(), now()))
                .map(person -> {
                    people.welcome(person);
                    audit.record(
                            tenant,
                            person.id().toString(),
                            "issuer.linked",
                            issuer.id().toString());
                    return person;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
