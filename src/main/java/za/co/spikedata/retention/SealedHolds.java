package za.co.spikedata.retention;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.SealedTextMigration;
import za.co.spikedata.vault.TenantSecrets;

/** Seals the reasons of legal holds. */
@Component
class SealedHolds extends SealedTextMigration {
    SealedHolds(KeyService service, Clock clock) {
        super("232", "sealed holds", "retention_hold", "reason", service, clock);
    }

    @Override
    protected byte[] sealed(TenantSecrets secrets, TenantId tenant, UUID id, String reason) {
        return new HoldReasons(secrets).sealed(tenant, id, reason);
    }
}
