package za.co.spikedata.statements;

import java.util.UUID;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.tenancy.TenantId;

/**
 * Whose a document is, and who brought it.
 *
 * @param actor whom the audit trail names
 */
record Bringer(TenantId tenant, PersonId owner, String actor) {
    /** Owns what programs bring: all of a tenant's programs together, and no person. */
    static final PersonId PROGRAMS = new PersonId(new UUID(0, 7));

    static Bringer of(Person person) {
        return new Bringer(person.tenant(), person.id(), person.id().toString());
    }

    /** A program by its key, which may be replaced while its documents stay. */
    static Bringer of(TenantId tenant, UUID credential) {
        return new Bringer(tenant, PROGRAMS, credential.toString());
    }
}
