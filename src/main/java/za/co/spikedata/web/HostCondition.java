package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Tenant;

/**
 * Pages are on portals' hosts and what programs ask for is on the API's; neither is on both, and
 * pages of a feature are where it is offered.
 */
record HostCondition(boolean ofApi, Optional<Feature> feature)
        implements RequestCondition<HostCondition> {
    @Override
    public HostCondition combine(HostCondition other) {
        return other;
    }

    @Override
    public @Nullable HostCondition getMatchingCondition(HttpServletRequest request) {
        var tenant = CurrentBrand.find().map(Brand::tenant);
        boolean isApi = tenant.filter(Tenant::isApi).isPresent();
        boolean isOffered =
                tenant.isEmpty() || feature.filter(each -> !tenant.get().offers(each)).isEmpty();
        return isApi == ofApi && isOffered ? this : null;
    }

    @Override
    public int compareTo(HostCondition other, HttpServletRequest request) {
        return 0;
    }
}
