package za.co.spikedata.identity;

import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Belongings;
import za.co.spikedata.tenancy.TenantId;

/** The sessions of everybody of a tenant that ends. */
@Component
class EndedSessions implements Belongings {
    private final PersonTable people;
    private final Sessions sessions;

    EndedSessions(PersonTable people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @Override
    public void remove(TenantId tenant) {
        people.ids(tenant).forEach(id -> sessions.endAll(tenant, id));
    }
}
