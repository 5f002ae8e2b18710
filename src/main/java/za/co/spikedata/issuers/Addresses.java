package za.co.spikedata.issuers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/** Where providers send people back to: one address for each host of the portal. */
@Component
class Addresses {
    private final Origins origins;

    Addresses(Origins origins) {
        this.origins = origins;
    }

    /** On the host that the person is on, where their session is. */
    String back(HttpServletRequest request, Tenant tenant, Issuer issuer) {
        var asked = request.getServerName().toLowerCase(Locale.ROOT);
        var host = tenant.hosts().contains(asked) ? asked : tenant.hosts().getFirst();
        return origins.of(host) + path(issuer);
    }

    List<String> all(Tenant tenant, Issuer issuer) {
        return tenant.hosts().stream().map(host -> origins.of(host) + path(issuer)).toList();
    }

    static String path(Issuer issuer) {
        return "/sign-in/with/" + issuer.id() + "/back";
    }
}
