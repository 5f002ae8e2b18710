package za.co.spikedata.identity;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.retention.Accounts;
import za.co.spikedata.retention.Departures;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Accounts that ended before and that a backup brought back. */
@Component
class ReturnedAccounts implements Accounts {
    private static final Logger log = LoggerFactory.getLogger(ReturnedAccounts.class);

    private final Tenants tenants;
    private final PersonTable people;
    private final Sessions sessions;
    private final Departures departures;
    private final TenantDatabase database;
    private final Audit audit;

    ReturnedAccounts(
            Tenants tenants,
            PersonTable people,
            Sessions sessions,
            Departures departures,
            TenantDatabase database,
            Audit audit) {
        this.tenants = tenants;
        this.people = people;
        this.sessions = sessions;
        this.departures = departures;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Whoever was the last in charge goes too, since operators can invite somebody; but the last of
     * a console, whom nobody else could follow, stays until there is another.
     */
    @Override
    public boolean endAgain(TenantId tenant, UUID owner) {
        return people.find(tenant, new PersonId(owner))
                .map(Account::person)
                .map(this::isEnded)
                .orElse(true);
    }

    private boolean isEnded(Person person) {
        var tenant = person.tenant();
        var owner = person.id().value();
        var things = departures.of(tenant, owner);
        boolean isEnded =
                database.call(
                        tenant,
                        () -> {
                            if (isLastOfConsole(person)) {
                                return false;
                            }
                            departures.begin(tenant, things);
                            people.delete(tenant, person.id());
                            audit.record(tenant, "system", "person.removed", owner.toString());
                            return true;
                        });
        if (isEnded) {
            sessions.endOthers(person, null);
        } else {
            log.error(
                    "An account of {} that ended came back and is the only one in charge: invite"
                            + " somebody, and it ends again",
                    tenant);
        }
        return isEnded;
    }

    private boolean isLastOfConsole(Person person) {
        var tenant = person.tenant();
        return tenants.find(tenant).filter(brand -> brand.tenant().isConsole()).isPresent()
                && Leaving.isLast(person, people.heldInCharge(tenant));
    }
}
