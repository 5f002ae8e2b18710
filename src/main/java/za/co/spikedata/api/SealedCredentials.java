package za.co.spikedata.api;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.SealedTextMigration;
import za.co.spikedata.vault.TenantSecrets;

/** Seals the names of credentials. */
@Component
class SealedCredentials extends SealedTextMigration {
    SealedCredentials(KeyService service, Clock clock) {
        super("300", "sealed credentials", "api_credential", "name", service, clock);
    }

    @Override
    protected byte[] sealed(TenantSecrets secrets, TenantId tenant, UUID id, String name) {
        return new CredentialNames(secrets).sealed(tenant, id, name);
    }
}
