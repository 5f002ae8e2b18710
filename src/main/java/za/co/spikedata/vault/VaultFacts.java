package za.co.spikedata.vault;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Tenant;

/** Says how documents are encrypted, and what deleting does. */
@Component
class VaultFacts implements SecurityFacts {
    @Override
    public List<Fact> of(Tenant tenant) {
        return List.of(
                Fact.of(Fact.Topic.DATA, "encryption", DocumentKey.BYTES * Byte.SIZE),
                Fact.of(Fact.Topic.DATA, "isolation"),
                Fact.of(Fact.Topic.RETENTION, "deletion"));
    }
}
