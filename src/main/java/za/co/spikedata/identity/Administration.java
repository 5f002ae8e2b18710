package za.co.spikedata.identity;

import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.retention.Departures;
import za.co.spikedata.tenancy.TenantDatabase;

/** What whoever is in charge does to others of their tenant; never to themselves. */
@Component
class Administration {
    private final PersonTable people;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final ActingEnds actings;
    private final TenantDatabase database;
    private final Departures departures;
    private final Outbox outbox;
    private final Audit audit;

    Administration(
            PersonTable people,
            SecondFactors factors,
            Sessions sessions,
            ActingEnds actings,
            TenantDatabase database,
            Departures departures,
            Outbox outbox,
            Audit audit) {
        this.people = people;
        this.factors = factors;
        this.sessions = sessions;
        this.actings = actings;
        this.database = database;
        this.departures = departures;
        this.outbox = outbox;
        this.audit = audit;
    }

    void changeRole(Person actor, Account account, Person.Role role) {
        if (role == account.person().role()) {
            return;
        }
        act(
                actor,
                account,
                "person.role-" + role.name().toLowerCase(java.util.Locale.ROOT),
                () -> {
                    people.setRole(actor.tenant(), account.person().id(), role);
                    tell(account, "role-changed");
                });
    }

    void disable(Person actor, Account account) {
        act(
                actor,
                account,
                "person.disabled",
                () -> {
                    people.setState(actor.tenant(), account.person().id(), Account.State.DISABLED);
                    tell(account, "disabled");
                });
    }

    void enable(Person actor, Account account) {
        if (account.state() == Account.State.DISABLED) {
            act(
                    actor,
                    account,
                    "person.enabled",
                    () ->
                            people.setState(
                                    actor.tenant(), account.person().id(), Account.State.ACTIVE));
        }
    }

    /**
     * For someone who lost phone and recovery codes; the password alone is asked until the next.
     */
    void resetFactor(Person actor, Account account) {
        act(
                actor,
                account,
                "factor.reset",
                () -> {
                    factors.clear(account.person());
                    tell(account, "factor-reset");
                });
    }

    void endSessions(Person actor, Account account) {
        act(actor, account, "sessions.ended", () -> {});
    }

    /** Ends every session of the tenant but those of whoever asks, and whoever acts for it. */
    void endEverybodysSessions(Person actor) {
        var tenant = actor.tenant();
        actings.endAll(tenant, actor.id().toString());
        database.run(
                tenant,
                () -> {
                    people.beginEpochs(tenant, actor.id());
                    audit.record(
                            tenant, actor.id().toString(), "sessions.ended-all", tenant.value());
                });
        people.all(tenant).stream()
                .map(Account::person)
                .filter(person -> !person.id().equals(actor.id()))
                .forEach(person -> sessions.endOthers(person, null));
    }

    /** Removes the person and all that is theirs. */
    void remove(Person actor, Account account) {
        var things = departures.of(actor.tenant(), account.person().id().value());
        act(
                actor,
                account,
                "person.removed",
                () -> {
                    tell(account, "removed"); // in their language, which goes with them
                    departures.begin(actor.tenant(), things);
                    people.delete(actor.tenant(), account.person().id());
                });
    }

    /** Each act is one transaction, ends the other's sessions and leaves an audit line. */
    private void act(Person actor, Account account, String action, Runnable work) {
        var person = account.person();
        if (person.id().equals(actor.id()) || !person.tenant().equals(actor.tenant())) {
            throw new IllegalArgumentException("Expected somebody else of the same tenant");
        }
        database.run(
                actor.tenant(),
                () -> {
                    people.beginEpoch(actor.tenant(), person.id());
                    work.run();
                    audit.record(
                            actor.tenant(), actor.id().toString(), action, person.id().toString());
                });
        sessions.endOthers(person, null);
    }

    private void tell(Account account, String kind) {
        if (account.state() != Account.State.INVITED) {
            outbox.send(account.person().tenant(), account.person().email(), kind);
        }
    }
}
