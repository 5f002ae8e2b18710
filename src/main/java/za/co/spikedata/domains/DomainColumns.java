package za.co.spikedata.domains;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/** The keys of hosts, as {@link DomainCertificates} seals them. */
@Component
class DomainColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(new Column("domain_claim", "sealed_key", "'domain_claim.key/' || host"));
    }
}
