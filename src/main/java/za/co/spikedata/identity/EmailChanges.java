package za.co.spikedata.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** A new address counts once both it and the old one have said yes. */
@Component
class EmailChanges {
    private final PersonTable people;
    private final MailLinks links;
    private final TenantDatabase database;
    private final Origins origins;
    private final Outbox outbox;
    private final Audit audit;

    EmailChanges(
            PersonTable people,
            MailLinks links,
            TenantDatabase database,
            Origins origins,
            Outbox outbox,
            Audit audit) {
        this.people = people;
        this.links = links;
        this.database = database;
        this.origins = origins;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What came of a confirmation. */
    enum Outcome {
        /** The other address has not confirmed yet. */
        WAITS,
        DONE,
        DEAD_LINK
    }

    /** Asks both addresses. Whether the new one is another person's is told to nobody. */
    void ask(Tenant tenant, Person person, String email) {
        database.run(
                tenant.id(),
                () -> {
                    var old = links.make(person, MailLinks.Kind.OLD_EMAIL, email);
                    var fresh = links.make(person, MailLinks.Kind.NEW_EMAIL, email);
                    outbox.send(
                            tenant.id(),
                            person.email(),
                            "email-old",
                            origins.url(tenant, "/email/" + old),
                            email);
                    outbox.sendTo(
                            tenant.id(),
                            person.email(),
                            email,
                            "email-new",
                            origins.url(tenant, "/email/" + fresh));
                    audit.record(
                            tenant.id(),
                            person.id().toString(),
                            "email.asked",
                            person.id().toString());
                });
    }

    boolean isLink(Tenant tenant, String token) {
        return links.find(tenant.id(), token, MailLinks.Kind.OLD_EMAIL).isPresent()
                || links.find(tenant.id(), token, MailLinks.Kind.NEW_EMAIL).isPresent();
    }

    Outcome confirm(Tenant tenant, String token) {
        return database.call(
                tenant.id(),
                () -> {
                    links.hold(tenant.id(), token); // else each of two at once waits for the other
                    return links.take(tenant.id(), token, MailLinks.Kind.OLD_EMAIL)
                            .or(() -> links.take(tenant.id(), token, MailLinks.Kind.NEW_EMAIL))
                            .map(found -> confirmed(tenant, found))
                            .orElse(Outcome.DEAD_LINK);
                });
    }

    private Outcome confirmed(Tenant tenant, MailLinks.Found found) {
        var id = tenant.id();
        if (links.has(id, found.person(), MailLinks.Kind.OLD_EMAIL)
                || links.has(id, found.person(), MailLinks.Kind.NEW_EMAIL)) {
            return Outcome.WAITS;
        }
        Optional<Account> account = people.find(id, found.person()).filter(Account::isActive);
        if (account.isEmpty() || people.credentials(id, found.detail()).isPresent()) {
            return Outcome.DEAD_LINK;
        }
        var person = account.get().person();
        people.setEmail(id, person.id(), found.detail());
        links.forget(person, MailLinks.Kind.RESET);
        people.beginEpoch(id, person.id());
        audit.record(id, person.id().toString(), "email.changed", person.id().toString());
        outbox.send(id, person.email(), "email-changed");
        outbox.send(id, found.detail(), "email-changed");
        return Outcome.DONE;
    }
}
