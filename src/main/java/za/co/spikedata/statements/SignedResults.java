package za.co.spikedata.statements;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.EngineVersion;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.statements.files.SignedResult;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Signs results in the name of the portal that gives them out. */
@Component
class SignedResults {
    private final KeptItems kept;
    private final Signatures signatures;
    private final Tenants tenants;
    private final Origins origins;

    SignedResults(KeptItems kept, Signatures signatures, Tenants tenants, Origins origins) {
        this.kept = kept;
        this.signatures = signatures;
        this.tenants = tenants;
        this.origins = origins;
    }

    byte[] json(TenantId tenant, Document document, ReadResult.Read read) {
        var hash = kept.of(tenant, List.of(document), _ -> List.of()).getFirst().sha256();
        var portal = tenants.find(tenant).orElseThrow().tenant();
        var provenance =
                new SignedResult.Provenance(
                        origins.url(portal, "/"),
                        hash,
                        EngineVersion.CURRENT,
                        document.created().toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
        return SignedResult.sign(
                read, provenance, payload -> signatures.sign(SignedResult.TYPE, payload));
    }
}
