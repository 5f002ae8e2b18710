package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import za.co.spikedata.tenancy.CurrentBrand;

/** Pages are on portals' hosts and what programs ask for is on the API's; neither is on both. */
record HostCondition(boolean ofApi) implements RequestCondition<HostCondition> {
    @Override
    public HostCondition combine(HostCondition other) {
        return other;
    }

    @Override
    public @Nullable HostCondition getMatchingCondition(HttpServletRequest request) {
        boolean isApi = CurrentBrand.find().filter(brand -> brand.tenant().isApi()).isPresent();
        return isApi == ofApi ? this : null;
    }

    @Override
    public int compareTo(HostCondition other, HttpServletRequest request) {
        return 0;
    }
}
