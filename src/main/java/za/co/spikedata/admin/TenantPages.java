package za.co.spikedata.admin;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Invitations;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** The console's list of tenants, and how each gets its first administrator. */
@Controller
@ConsoleOnly
class TenantPages {
    private static final List<String> NOTICES = List.of("SENT", "NO_ADDRESS", "TAKEN");

    private final Tenants tenants;
    private final Invitations invitations;

    TenantPages(Tenants tenants, Invitations invitations) {
        this.tenants = tenants;
        this.invitations = invitations;
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
    String tenants(@RequestParam(defaultValue = "") String notice, Model model) {
        var shown = tenants.all().stream().map(TenantView::of).toList();
        model.addAttribute("tenants", shown);
        model.addAttribute(
                "portals", shown.stream().filter(each -> each.kind().equals("portal")).toList());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "admin/tenants";
    }

    @PostMapping("/tenants/administrators")
    String invite(
            Person person,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String email) {
        Tenant portal =
                tenants.all().stream()
                        .map(Brand::tenant)
                        .filter(each -> each.id().value().equals(tenant) && !each.isConsole())
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var outcome = invitations.invite(person, portal, email, Person.Role.ADMINISTRATOR);
        return "redirect:/tenants?notice=" + outcome.name();
    }
}
