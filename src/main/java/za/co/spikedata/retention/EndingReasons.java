package za.co.spikedata.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.SealedColumns;
import za.co.spikedata.vault.TenantSecrets;

/** Why a tenant was ended, sealed with the console's key: the tenant's own is destroyed. */
@Component
class EndingReasons implements SealedColumns {
    private static final String CONTEXT = "retention_ending.reason/";

    private final TenantSecrets secrets;

    EndingReasons(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    byte[] sealed(TenantId console, UUID ending, String reason) {
        return secrets.seal(console, CONTEXT + ending, reason);
    }

    String unsealed(TenantId console, UUID ending, byte[] sealed) {
        return secrets.unsealText(console, CONTEXT + ending, sealed);
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("retention_ending", "sealed_reason", "'" + CONTEXT + "' || id"));
    }
}
