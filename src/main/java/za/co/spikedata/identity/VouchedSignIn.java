package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Lets people in for whom a provider of their tenant vouches. Nobody comes to be by it: it opens
 * accounts that administrators made.
 */
@Component
public class VouchedSignIn {
    private final PersonTable people;
    private final Sessions sessions;
    private final SignIns signIns;
    private final TenantDatabase database;
    private final Audit audit;

    VouchedSignIn(
            PersonTable people,
            Sessions sessions,
            SignIns signIns,
            TenantDatabase database,
            Audit audit) {
        this.people = people;
        this.sessions = sessions;
        this.signIns = signIns;
        this.database = database;
        this.audit = audit;
    }

    /**
     * What the provider asked them for.
     *
     * @param secondToo a second factor, and is believed
     * @param again to sign in anew, for this journey
     */
    public record How(boolean secondToo, boolean again) {}

    /** Whoever is known by the id, if they may sign in. */
    public Optional<Person> find(TenantId tenant, PersonId id) {
        return people.find(tenant, id).filter(Account::isActive).map(Account::person);
    }

    /** Whoever was given this address; empty for those who were disabled. */
    public Optional<Person> find(TenantId tenant, String email) {
        return people.credentials(tenant, email)
                .filter(known -> known.state() != Account.State.DISABLED)
                .map(Credentials::person);
    }

    /** Whoever was invited has come, and needs the link of the invitation no more. */
    public void welcome(Person person) {
        var tenant = person.tenant();
        database.run(
                tenant,
                () -> {
                    var account = people.find(tenant, person.id());
                    if (account.filter(found -> found.state() == Account.State.INVITED)
                            .isPresent()) {
                        people.setState(tenant, person.id(), Account.State.ACTIVE);
                        audit.record(
                                tenant,
                                person.id().toString(),
                                "invitation.accepted",
                                person.id().toString());
                    }
                });
    }

    /**
     * Begins a session. Whoever takes the provider away ends those sessions that are there by then,
     * so one that has begun looks once more whether it still is.
     */
    public boolean enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Person person,
            How how,
            BooleanSupplier isStillTrusted) {
        signIns.vouched(request, response, person, how);
        boolean isInside = isStillTrusted.getAsBoolean();
        if (!isInside) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        }
        return isInside;
    }

    /** Ends every session that these people have, wherever it came from. */
    public void endSessions(TenantId tenant, List<PersonId> ids) {
        database.run(tenant, () -> ids.forEach(id -> people.beginEpoch(tenant, id)));
        ids.forEach(id -> sessions.endAll(tenant, id));
    }

    /** One spelling for each address, as accounts are found by. */
    public static String canonical(String email) {
        return People.canonical(email);
    }
}
