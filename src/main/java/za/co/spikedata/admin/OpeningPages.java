package za.co.spikedata.admin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.errorstore.Opening;
import za.co.spikedata.errorstore.Openings;
import za.co.spikedata.identity.PasswordProof;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Who of support wants to see a PDF of this tenant, and what its administrators say to that. */
@Controller
class OpeningPages {
    private static final Map<String, Duration> LENGTHS =
            Map.of(
                    "15", Duration.ofMinutes(15),
                    "30", Duration.ofMinutes(30),
                    "60", Duration.ofMinutes(60));
    private static final List<String> NOTICES = List.of("APPROVED", "REFUSED", "ANSWERED", "PROOF");

    private final Openings openings;
    private final BreakGlass glass;
    private final PasswordProof proof;
    private final PersonNames names;
    private final Tenants tenants;
    private final Clock clock;

    OpeningPages(
            Openings openings,
            BreakGlass glass,
            PasswordProof proof,
            PersonNames names,
            Tenants tenants,
            Clock clock) {
        this.openings = openings;
        this.glass = glass;
        this.proof = proof;
        this.names = names;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping("/openings")
    String list(Tenant tenant, @RequestParam(defaultValue = "") String notice, Model model) {
        var now = clock.instant();
        var all = openings.of(tenant.id());
        var staff = staff(all);
        var people =
                names.emails(
                        tenant.id(), all.stream().map(each -> each.owner().toString()).toList());
        model.addAttribute(
                "openings",
                all.stream()
                        .map(each -> OpeningViews.ofAdministrator(each, staff, people, now))
                        .toList());
        model.addAttribute("isAllowed", tenant.breakGlass());
        model.addAttribute("lengths", List.of("15", "30", "60"));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "admin/openings";
    }

    /** The password again: a session left open must not let anybody look. */
    @PostMapping("/openings/{id}/approve")
    String approve(
            Tenant tenant,
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String password) {
        var opening = find(tenant, id);
        var length = Optional.ofNullable(LENGTHS.get(minutes));
        if (length.isEmpty() || !proof.isGiven(person, password)) {
            return "redirect:/openings?notice=PROOF";
        }
        boolean isApproved = glass.approve(tenant, person, opening, length.get());
        return "redirect:/openings?notice=" + (isApproved ? "APPROVED" : "ANSWERED");
    }

    @PostMapping("/openings/{id}/refuse")
    String refuse(Tenant tenant, Person person, @PathVariable String id) {
        boolean isRefused = glass.refuse(tenant, person, find(tenant, id));
        return "redirect:/openings?notice=" + (isRefused ? "REFUSED" : "ANSWERED");
    }

    private Opening find(Tenant tenant, String id) {
        return Ids.parse(id)
                .flatMap(known -> openings.find(tenant.id(), known))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Addresses of who asked, on whichever console they are. */
    private Map<String, String> staff(List<Opening> all) {
        var ids = all.stream().map(Opening::by).distinct().toList();
        return tenants.consoles().stream()
                .flatMap(console -> names.emails(console.id(), ids).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }
}
