package za.co.spikedata.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.mail.Readers;
import za.co.spikedata.tenancy.TenantId;

/** Tells mail which language a person reads. */
@Component
class PersonLanguages implements Readers {
    private final PersonTable people;

    PersonLanguages(PersonTable people) {
        this.people = people;
    }

    @Override
    public Optional<String> language(TenantId tenant, String email) {
        return people.language(tenant, email);
    }
}
