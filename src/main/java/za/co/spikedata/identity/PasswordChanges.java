package za.co.spikedata.identity;

import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** New passwords: by the person's own hand, or by a link in a mail when the old one is lost. */
@Component
class PasswordChanges {
    private final PersonTable people;
    private final MailLinks links;
    private final PasswordHashing passwords;
    private final Attempts attempts;
    private final TenantDatabase database;
    private final Origins origins;
    private final Outbox outbox;
    private final Audit audit;

    PasswordChanges(
            PersonTable people,
            MailLinks links,
            PasswordHashing passwords,
            Attempts attempts,
            TenantDatabase database,
            Origins origins,
            Outbox outbox,
            Audit audit) {
        this.people = people;
        this.links = links;
        this.passwords = passwords;
        this.attempts = attempts;
        this.database = database;
        this.origins = origins;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Ends every session; the person comes back at the epoch that begins. */
    Person change(Person person, String password) {
        var hash = passwords.hash(password);
        return database.call(person.tenant(), () -> put(person, hash, "password.changed"));
    }

    void sendLink(Tenant tenant, Person person) {
        database.run(
                tenant.id(),
                () -> {
                    var token = links.make(person, MailLinks.Kind.RESET, "");
                    outbox.send(
                            tenant.id(),
                            person.email(),
                            "reset",
                            origins.url(tenant, "/reset/" + token));
                    audit.record(tenant.id(), "anonymous", "reset.sent", person.id().toString());
                });
    }

    boolean isLink(Tenant tenant, String token) {
        return links.find(tenant.id(), token, MailLinks.Kind.RESET).isPresent();
    }

    /** Whose link it is, to keep their own address out of the new password. */
    String emailOf(Tenant tenant, String token) {
        return links.find(tenant.id(), token, MailLinks.Kind.RESET)
                .flatMap(found -> people.find(tenant.id(), found.person()))
                .map(account -> account.person().email())
                .orElse("");
    }

    /** Uses the link up; a second factor, where there is one, is still asked for at sign-in. */
    boolean reset(Tenant tenant, String token, String password) {
        var hash = passwords.hash(password);
        return database.call(
                tenant.id(),
                () -> {
                    var person =
                            links.take(tenant.id(), token, MailLinks.Kind.RESET)
                                    .flatMap(found -> people.find(tenant.id(), found.person()))
                                    .filter(Account::isActive)
                                    .map(Account::person);
                    person.ifPresent(known -> {
                        put(known, hash, "password.reset");
                        attempts.forget(tenant.id(), "password", known.email());
                    });
                    return person.isPresent();
                });
    }

    private Person put(Person person, String hash, String action) {
        var tenant = person.tenant();
        people.setPassword(tenant, person.id(), hash);
        links.forget(person, MailLinks.Kind.RESET);
        long epoch = people.beginEpoch(tenant, person.id());
        audit.record(tenant, person.id().toString(), action, person.id().toString());
        outbox.send(tenant, person.email(), "password-changed");
        return person.at(epoch);
    }
}
