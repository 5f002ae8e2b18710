package za.co.spikedata.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.SealedColumns;
import za.co.spikedata.vault.TenantSecrets;

/** Why something is held, sealed: a reason may name people and cases. */
@Component
class HoldReasons implements SealedColumns {
    private static final String CONTEXT = "retention_hold.reason/";

    private final TenantSecrets secrets;

    HoldReasons(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    byte[] sealed(TenantId tenant, UUID hold, String reason) {
        return secrets.seal(tenant, CONTEXT + hold, reason);
    }

    String unsealed(TenantId tenant, UUID hold, byte[] sealed) {
        return secrets.unsealText(tenant, CONTEXT + hold, sealed);
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("retention_hold", "sealed_reason", "'" + CONTEXT + "' || id"));
    }
}
