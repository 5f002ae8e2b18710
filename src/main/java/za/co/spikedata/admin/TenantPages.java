package za.co.spikedata.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Invitations;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** The console's list of tenants, and how each gets its first administrator. */
@Controller
@ConsoleOnly
class TenantPages {
    private static final List<String> NOTICES =
            List.of(
                    "SENT",
                    "NO_ADDRESS",
                    "TAKEN",
                    "SUSPENDED",
                    "RESUMED",
                    "NO_REASON",
                    "CREATED",
                    "ENDING");

    private static final int LONGEST_REASON = 200;

    private final Tenants tenants;
    private final Invitations invitations;
    private final Suspensions suspensions;
    private final TenantClosing closing;

    TenantPages(
            Tenants tenants,
            Invitations invitations,
            Suspensions suspensions,
            TenantClosing closing) {
        this.tenants = tenants;
        this.invitations = invitations;
        this.suspensions = suspensions;
        this.closing = closing;
    }

    /** A tenant as the list shows it. */
    record TenantView(
            String id,
            String name,
            List<String> hosts,
            String theme,
            String kind,
            Optional<String> suspended) {
        static TenantView of(Brand brand, Optional<String> suspended) {
            var tenant = brand.tenant();
            return new TenantView(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.hosts(),
                    tenant.theme(),
                    tenant.kind().name().toLowerCase(Locale.ROOT),
                    suspended);
        }
    }

    @GetMapping("/tenants")
    String tenants(@RequestParam(defaultValue = "") String notice, Model model) {
        var shown =
                tenants.all().stream()
                        .map(brand -> TenantView.of(brand, suspensions.reason(brand.tenant().id())))
                        .toList();
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
        var outcome = invitations.invite(person, portal(tenant), email, Person.Role.ADMINISTRATOR);
        return "redirect:/tenants?notice=" + outcome.name();
    }

    @PostMapping("/tenants/suspend")
    String suspend(
            Person person,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String reason) {
        var portal = portal(tenant);
        var why = reason.replaceAll("\\p{Cntrl}", " ").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return "redirect:/tenants?notice=NO_REASON";
        }
        closing.suspend(person, portal.id(), why);
        return "redirect:/tenants?notice=SUSPENDED";
    }

    @PostMapping("/tenants/{id}/resume")
    String resume(Person person, @PathVariable String id) {
        return closing.resume(person, portal(id).id())
                ? "redirect:/tenants?notice=RESUMED"
                : "redirect:/tenants?notice=ENDING";
    }

    /** The console and the API are nobody's to close. */
    private Tenant portal(String id) {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(each -> each.id().value().equals(id) && each.isPortal())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
