package za.co.spikedata.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Beginnings;
import za.co.spikedata.tenancy.TenantId;

/** Tells since when an account is there. */
@Component
class PersonBeginnings implements Beginnings {
    private final PersonTable people;

    PersonBeginnings(PersonTable people) {
        this.people = people;
    }

    @Override
    public Optional<Instant> of(TenantId tenant, UUID person) {
        return people.created(tenant, new PersonId(person));
    }
}
