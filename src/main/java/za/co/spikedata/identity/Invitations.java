package za.co.spikedata.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** People come by invitation: a mail with a link, on which they set their own password. */
@Component
public class Invitations {
    private final PersonTable people;
    private final MailLinks links;
    private final PasswordHashing passwords;
    private final TenantDatabase database;
    private final Origins origins;
    private final Outbox outbox;
    private final Audit audit;

    Invitations(
            PersonTable people,
            MailLinks links,
            PasswordHashing passwords,
            TenantDatabase database,
            Origins origins,
            Outbox outbox,
            Audit audit) {
        this.people = people;
        this.links = links;
        this.passwords = passwords;
        this.database = database;
        this.origins = origins;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What came of an invitation. */
    public enum Outcome {
        SENT,
        NO_ADDRESS,
        TAKEN
    }

    /** Invites someone to a tenant; the role must be one that it offers. */
    public Outcome invite(Person actor, Tenant tenant, String typed, Person.Role role) {
        if (!role.isOffered(tenant)) {
            throw new IllegalArgumentException("Expected a role that the tenant offers");
        }
        return EmailAddress.of(typed)
                .map(email ->
                        invite(
                                actor,
                                tenant,
                                new Person(
                                        new PersonId(UUID.randomUUID()),
                                        tenant.id(),
                                        email,
                                        role,
                                        0)))
                .orElse(Outcome.NO_ADDRESS);
    }

    private Outcome invite(Person actor, Tenant tenant, Person person) {
        return database.call(
                tenant.id(),
                () -> {
                    if (!people.insert(
                            tenant.id(), person, Account.State.INVITED, Optional.empty())) {
                        return Outcome.TAKEN;
                    }
                    send(actor, tenant, person);
                    return Outcome.SENT;
                });
    }

    /** Sends the link once more; the one before is dead. */
    void again(Person actor, Tenant tenant, Account account) {
        if (account.state() == Account.State.INVITED) {
            database.run(tenant.id(), () -> send(actor, tenant, account.person()));
        }
    }

    /** Whose invitation it is, while they wait to come: whoever was disabled since does not. */
    Optional<Account> find(Tenant tenant, String token) {
        return invited(tenant, links.find(tenant.id(), token, MailLinks.Kind.INVITATION));
    }

    private Optional<Account> invited(Tenant tenant, Optional<MailLinks.Found> link) {
        return link.flatMap(found -> people.find(tenant.id(), found.person()))
                .filter(account -> account.state() == Account.State.INVITED);
    }

    /** The invited person sets a password and is one of the tenant's from then on. */
    boolean accept(Tenant tenant, String token, String name, String password) {
        var hash = passwords.hash(password);
        return database.call(
                tenant.id(),
                () -> {
                    var invited =
                            invited(
                                    tenant,
                                    links.take(tenant.id(), token, MailLinks.Kind.INVITATION));
                    invited.map(account -> account.person().id())
                            .ifPresent(id -> {
                                people.setName(tenant.id(), id, name);
                                people.setPassword(tenant.id(), id, hash);
                                people.setState(tenant.id(), id, Account.State.ACTIVE);
                                audit.record(
                                        tenant.id(),
                                        id.toString(),
                                        "invitation.accepted",
                                        id.toString());
                            });
                    return invited.isPresent();
                });
    }

    private void send(Person actor, Tenant tenant, Person person) {
        var token = links.make(person, MailLinks.Kind.INVITATION, "");
        outbox.send(
                tenant.id(),
                person.email(),
                "invitation",
                origins.url(tenant, "/invitation/" + token));
        audit.record(tenant.id(), actor.id().toString(), "person.invited", person.id().toString());
    }
}
