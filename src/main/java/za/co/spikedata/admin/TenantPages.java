package za.co.spikedata.admin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Tenants;

/** The console's list of tenants. */
@Controller
@ConsoleOnly
class TenantPages {
    private final Tenants tenants;

    TenantPages(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A tenant as the list shows it. */
    record TenantView(String id, String name, List<String> hosts, String theme, String kind) {
        static TenantView of(Brand brand) {
            var tenant = brand.tenant();
            return new TenantView(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.hosts(),
                    tenant.theme(),
                    tenant.isConsole() ? "console" : "portal");
        }
    }

    @GetMapping("/tenants")
    String tenants(Model model) {
        model.addAttribute("tenants", tenants.all().stream().map(TenantView::of).toList());
        return "admin/tenants";
    }
}
