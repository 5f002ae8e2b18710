package za.co.spikedata.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** What is known of a person, as the database keeps it: sealed, and found by a keyed hash. */
@Component
class PersonSecrets {
    private final TenantSecrets secrets;

    PersonSecrets(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    byte[] email(TenantId tenant, PersonId id, String email) {
        return secrets.seal(tenant, context("email", id), email);
    }

    String email(TenantId tenant, PersonId id, byte[] sealed) {
        return secrets.unsealText(tenant, context("email", id), sealed);
    }

    byte[] name(TenantId tenant, PersonId id, String name) {
        return secrets.seal(tenant, context("name", id), name);
    }

    String name(TenantId tenant, PersonId id, byte[] sealed) {
        return secrets.unsealText(tenant, context("name", id), sealed);
    }

    byte[] label(TenantId tenant, PersonId id, String label) {
        return secrets.seal(tenant, context("passkey", id), label);
    }

    String label(TenantId tenant, PersonId id, byte[] sealed) {
        return secrets.unsealText(tenant, context("passkey", id), sealed);
    }

    /** What a person is found by: of each address one, however it is typed. */
    byte[] hash(TenantId tenant, String email) {
        return secrets.fingerprint(tenant, "identity_person.email", People.canonical(email));
    }

    /** An address that waits for a job; whose it is, if anybody's, is not known yet. */
    byte[] wish(TenantId tenant, UUID id, String email) {
        return secrets.seal(tenant, "mail-request/" + id, email);
    }

    String wish(TenantId tenant, UUID id, byte[] sealed) {
        return secrets.unsealText(tenant, "mail-request/" + id, sealed);
    }

    private static String context(String column, PersonId id) {
        return "identity_person." + column + "/" + id;
    }
}
