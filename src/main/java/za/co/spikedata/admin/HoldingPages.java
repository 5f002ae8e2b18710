package za.co.spikedata.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Operators place and lift legal holds; the trails of both tell. */
@Controller
@ConsoleOnly
class HoldingPages {
    private final HoldViews views;
    private final Holds holds;
    private final Tenants tenants;
    private final PersonNames names;
    private final Audit audit;

    HoldingPages(HoldViews views, Holds holds, Tenants tenants, PersonNames names, Audit audit) {
        this.views = views;
        this.holds = holds;
        this.tenants = tenants;
        this.names = names;
        this.audit = audit;
    }

    /**
     * @param email whose things; empty: everybody's
     */
    @PostMapping("/tenants/holds")
    String place(
            Person person,
            Tenant console,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var portal = Portals.of(tenants, tenant);
        var why = Reasons.of(reason);
        var owner = names.find(portal.id(), email).map(UUID::fromString);
        var problems = new HashMap<String, String>();
        if (why.isEmpty()) {
            problems.put("reason", "holds.problem.reason");
        }
        if (owner.isEmpty() && !email.isBlank()) {
            problems.put("email", "holds.problem.nobody");
        }
        if (!problems.isEmpty()) {
            return views.shown(person, console, problems, model);
        }
        var hold = holds.place(portal.id(), person.id().toString(), owner.orElse(null), why.get());
        tell(person, "hold.placed", hold);
        return "redirect:/holds?notice=PLACED";
    }

    /**
     * @param typed the tenant's name, since what was held may be deleted at once
     */
    @PostMapping("/tenants/holds/{id}/lift")
    String lift(
            Person person,
            Tenant console,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String tenant,
            @RequestParam(defaultValue = "") String typed,
            Model model) {
        var portal = Portals.of(tenants, tenant);
        var hold = found(Ids.parse(id));
        if (!typed.strip().equals(portal.name())) {
            var problem = Map.of("typed-" + hold, "holds.problem.typed");
            return views.shown(person, console, problem, model);
        }
        if (holds.lift(portal.id(), person.id().toString(), hold)) {
            tell(person, "hold.lifted", hold);
        }
        return "redirect:/holds?notice=LIFTED";
    }

    private void tell(Person operator, String action, UUID hold) {
        audit.record(operator.tenant(), operator.id().toString(), action, hold.toString());
    }

    private static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
