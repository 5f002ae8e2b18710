package za.co.spikedata.api;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.SealedColumns;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/** What administrators call their programs' credentials, sealed: a name may be a person's. */
@Component
class CredentialNames implements SealedColumns {
    private static final String CONTEXT = "api_credential.name/";

    private static final String UNREADABLE = "?";

    private final TenantSecrets secrets;

    CredentialNames(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    byte[] sealed(TenantId tenant, UUID credential, String name) {
        return secrets.seal(tenant, CONTEXT + credential, name);
    }

    /** One that was changed keeps nobody from seeing and revoking the credential. */
    String unsealed(TenantId tenant, UUID credential, byte[] sealed) {
        try {
            return secrets.unsealText(tenant, CONTEXT + credential, sealed);
        } catch (Unsealable | KeyRefused broken) {
            return UNREADABLE;
        }
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("api_credential", "sealed_name", "'" + CONTEXT + "' || id"));
    }
}
