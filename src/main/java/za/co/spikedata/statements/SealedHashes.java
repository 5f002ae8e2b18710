package za.co.spikedata.statements;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.SealedColumns;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.VaultId;

/**
 * Hashes of PDFs as they were uploaded, sealed by the tenant's key: a receipt tells them though the
 * document's own key is destroyed, or half of it is in a store that is away.
 */
@Component
class SealedHashes implements SealedColumns {
    private static final String TABLE = "statements_document";

    private final TenantSecrets secrets;

    SealedHashes(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param document its key, by which its row is known before it has an id
     * @param hash in lower-case hex
     */
    byte[] seal(TenantId tenant, VaultId document, String hash) {
        return secrets.seal(tenant, context(document), hash);
    }

    /**
     * @throws za.co.spikedata.vault.Unsealable when it was changed or comes from another row
     */
    String unseal(TenantId tenant, VaultId document, byte[] sealed) {
        return secrets.unsealText(tenant, context(document), sealed);
    }

    private static String context(VaultId document) {
        return TABLE + "/" + document;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column(TABLE, "sealed_hash", "'" + TABLE + "/' || vault_id"));
    }
}
