package za.co.spikedata.issuers;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/** By which secrets we identify ourselves to providers. */
@Component
class IssuerColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(new Column("issuers_issuer", "sealed_secret", "'issuers_issuer/' || id"));
    }
}
