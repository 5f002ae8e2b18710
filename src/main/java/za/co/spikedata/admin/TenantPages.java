package za.co.spikedata.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
                    "NO_TENANT",
                    "CREATED",
                    "UNLED",
                    "ENDING");

    private static final Comparator<Tenant> BY_NAME =
            Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(tenant -> tenant.id().value());

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
        static TenantView of(Tenant tenant, Optional<String> suspended) {
            return new TenantView(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.hosts(),
                    tenant.theme(),
                    tenant.kind().name().toLowerCase(Locale.ROOT),
                    suspended);
        }
    }

    /**
     * @param part of a name, a short name or a host; empty: all
     */
    @GetMapping("/tenants")
    String tenants(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String notice,
            Model model) {
        var found =
                tenants.all().stream()
                        .map(Brand::tenant)
                        .filter(tenant -> isFound(tenant, part.strip().toLowerCase(Locale.ROOT)))
                        .sorted(BY_NAME)
                        .toList();
        var pages = Pages.of(page, found.size());
        model.addAttribute("part", part);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "path",
                "/tenants?part=%s&page="
                        .formatted(URLEncoder.encode(part, StandardCharsets.UTF_8)));
        model.addAttribute(
                "tenants",
                found.stream()
                        .skip(pages.from())
                        .limit(Pages.LINES)
                        .map(tenant -> TenantView.of(tenant, suspensions.reason(tenant.id())))
                        .toList());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "admin/tenants";
    }

    /** The page on which something was typed that is refused. */
    private String refused(String notice, Model model) {
        return tenants("", "1", notice, model);
    }

    private static boolean isFound(Tenant tenant, String part) {
        return Stream.concat(
                        Stream.of(tenant.name().toLowerCase(Locale.ROOT), tenant.id().value()),
                        tenant.allHosts().stream())
                .anyMatch(each -> each.contains(part));
    }

    @PostMapping("/tenants/administrators")
    String invite(
            Person person,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String email,
            Model model) {
        var portal = Portals.find(tenants, tenant.strip());
        if (portal.isEmpty()) {
            return refused("NO_TENANT", model);
        }
        return switch (invitations.invite(person, portal.get(), email, Person.Role.ADMINISTRATOR)) {
            case SENT -> "redirect:/tenants?notice=SENT";
            case NO_ADDRESS -> refused("NO_ADDRESS", model);
            case TAKEN -> refused("TAKEN", model);
        };
    }

    /**
     * @param tenant its short name as somebody typed it, so that nobody closes one by a slip
     */
    @PostMapping("/tenants/suspend")
    String suspend(
            Person person,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var portal = Portals.find(tenants, tenant.strip());
        if (portal.isEmpty()) {
            return refused("NO_TENANT", model);
        }
        var why = Reasons.of(reason);
        if (why.isEmpty()) {
            return refused("NO_REASON", model);
        }
        closing.suspend(person, portal.get().id(), why.get());
        return "redirect:/tenants?notice=SUSPENDED";
    }

    @PostMapping("/tenants/{id}/resume")
    String resume(Person person, @PathVariable String id) {
        var portal = Portals.of(tenants, id);
        return closing.resume(person, portal.id())
                ? "redirect:/tenants?notice=RESUMED"
                : "redirect:/tenants?notice=ENDING";
    }
}
