package za.co.spikedata.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.retention.Departures;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.retention.ReceiptLinks;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;

/** People end their own account, and all that is theirs. */
@Component
class Leaving {
    private final PersonTable people;
    private final Sessions sessions;
    private final Departures departures;
    private final Holds holds;
    private final ReceiptLinks links;
    private final TenantDatabase database;
    private final Origins origins;
    private final Outbox outbox;
    private final Audit audit;

    Leaving(
            PersonTable people,
            Sessions sessions,
            Departures departures,
            Holds holds,
            ReceiptLinks links,
            TenantDatabase database,
            Origins origins,
            Outbox outbox,
            Audit audit) {
        this.people = people;
        this.sessions = sessions;
        this.departures = departures;
        this.holds = holds;
        this.links = links;
        this.database = database;
        this.origins = origins;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What would come of it. */
    enum Prospect {
        FREE,
        /** Their statements are under a legal hold and stay. */
        HELD,
        /** Nobody else could look after the people of the tenant. */
        LAST_IN_CHARGE
    }

    /** What came of it. */
    sealed interface Outcome {
        /**
         * @param page where their receipts are, for whoever knows the address
         */
        record Left(String page) implements Outcome {}

        record LastInCharge() implements Outcome {}
    }

    Prospect prospect(Person person) {
        if (isLast(person, people.inCharge(person.tenant()))) {
            return Prospect.LAST_IN_CHARGE;
        }
        return isHeld(person) ? Prospect.HELD : Prospect.FREE;
    }

    /**
     * One transaction, in which the address learns where the receipts are before it is gone. Two
     * who are in charge and leave at once wait for each other.
     */
    Outcome leave(Tenant tenant, Person person) {
        var things = departures.of(person.tenant(), person.id().value());
        var outcome = database.call(person.tenant(), () -> left(tenant, person, things));
        if (outcome instanceof Outcome.Left) {
            sessions.endOthers(person, null);
        }
        return outcome;
    }

    private Outcome left(Tenant tenant, Person person, Departures.Things things) {
        if (person.role().isInCharge() && isLast(person, people.heldInCharge(person.tenant()))) {
            return new Outcome.LastInCharge();
        }
        var id = person.tenant();
        var page = "/farewell/" + links.token(id, person.id().value());
        outbox.send(
                id,
                person.email(),
                isHeld(person) ? "left-held" : "left",
                origins.url(tenant, page));
        departures.begin(id, things);
        people.delete(id, person.id());
        audit.record(id, person.id().toString(), "person.left", person.id().toString());
        return new Outcome.Left(page);
    }

    static boolean isLast(Person person, List<PersonId> inCharge) {
        return person.role().isInCharge() && inCharge.stream().allMatch(person.id()::equals);
    }

    private boolean isHeld(Person person) {
        return holds.isHeld(person.tenant(), person.id().value());
    }
}
