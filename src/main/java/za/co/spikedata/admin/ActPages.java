package za.co.spikedata.admin;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Actings;
import za.co.spikedata.identity.PasswordProof;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Where an operator begins to act for a tenant. */
@Controller
@ConsoleOnly
class ActPages {
    private static final List<String> MINUTES = List.of("15", "30", "60");
    private final Tenants tenants;
    private final PasswordProof proof;
    private final Actings actings;

    ActPages(Tenants tenants, PasswordProof proof, Actings actings) {
        this.tenants = tenants;
        this.proof = proof;
        this.actings = actings;
    }

    @GetMapping("/tenants/{id}/act")
    String ask(@PathVariable String id, Model model) {
        var tenant = Portals.of(tenants, id);
        return shown(tenant, tenant.acting() ? "" : "NOT_WANTED", "", model);
    }

    /** Tells where to go on rather than sending there: a form may lead to its own host alone. */
    @PostMapping("/tenants/{id}/act")
    String begin(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        var tenant = Portals.of(tenants, id);
        var why = Reasons.of(reason);
        if (!tenant.acting()) {
            return shown(tenant, "NOT_WANTED", "", model);
        }
        if (why.isEmpty() || !MINUTES.contains(minutes)) {
            return shown(tenant, "NO_REASON", "", model);
        }
        if (!proof.isGiven(person, password)) {
            return shown(tenant, "NO_PROOF", "", model);
        }
        var length = Duration.ofMinutes(Long.parseLong(minutes));
        return shown(tenant, "", actings.begin(person, tenant, why.get(), length), model);
    }

    private static String shown(Tenant tenant, String problem, String onwards, Model model) {
        model.addAttribute("id", tenant.id().value());
        model.addAttribute("name", tenant.name());
        model.addAttribute("host", tenant.hosts().getFirst());
        model.addAttribute("lengths", MINUTES);
        model.addAttribute("isWanted", tenant.acting());
        model.addAttribute("problem", problem);
        model.addAttribute("onwards", onwards);
        return "admin/act";
    }
}
