package za.co.spikedata.posture;

import java.util.List;
import za.co.spikedata.tenancy.Tenant;

/** A module's part of the security page. */
@FunctionalInterface
public interface SecurityFacts {
    List<Fact> of(Tenant tenant);
}
