package za.co.spikedata.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.retention.Accounts;
import za.co.spikedata.retention.Departures;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Accounts that ended before and that a backup brought back. */
@Component
class ReturnedAccounts implements Accounts {
    private final PersonTable people;
    private final Sessions sessions;
    private final Departures departures;
    private final TenantDatabase database;
    private final Audit audit;

    ReturnedAccounts(
            PersonTable people,
            Sessions sessions,
            Departures departures,
            TenantDatabase database,
            Audit audit) {
        this.people = people;
        this.sessions = sessions;
        this.departures = departures;
        this.database = database;
        this.audit = audit;
    }

    /** Whoever was the last in charge goes too: operators can invite somebody. */
    @Override
    public void endAgain(TenantId tenant, UUID owner) {
        people.find(tenant, new PersonId(owner)).map(Account::person).ifPresent(this::end);
    }

    private void end(Person person) {
        var tenant = person.tenant();
        var owner = person.id().value();
        var things = departures.of(tenant, owner);
        database.run(
                tenant,
                () -> {
                    departures.begin(tenant, things);
                    people.delete(tenant, person.id());
                    audit.record(tenant, "system", "person.removed", owner.toString());
                });
        sessions.endOthers(person, null);
    }
}
