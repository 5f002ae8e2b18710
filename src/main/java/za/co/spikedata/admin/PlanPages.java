package za.co.spikedata.admin;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.api.Plans;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** Operators decide what a tenant's programs may use, and give credits. */
@Controller
@ConsoleOnly
class PlanPages {
    private static final List<String> NOTICES = List.of("SET", "GIVEN");

    /** Credits as people write them: a tenth is the smallest part. */
    private static final String CREDITS = "-?" + TypedPlan.AMOUNT;

    private static final String NO_REASON = "tenants.plan.problem.reason";

    private final Plans plans;
    private final Tenants tenants;

    PlanPages(Plans plans, Tenants tenants) {
        this.plans = plans;
        this.tenants = tenants;
    }

    /** What was typed into both forms. */
    record Typed(TypedPlan plan, String reason, String credits, String creditsReason) {}

    @GetMapping("/tenants/{id}/plan")
    String plan(
            @PathVariable String id, @RequestParam(defaultValue = "") String notice, Model model) {
        var tenant = Portals.of(tenants, id);
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return shown(tenant, typed(tenant), Map.of(), model);
    }

    @PostMapping("/tenants/{id}/plan")
    String set(
            Person person,
            @PathVariable String id,
            @ModelAttribute("plan") TypedPlan plan,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var tenant = Portals.of(tenants, id);
        var why = Reasons.of(reason);
        var problems = new HashMap<>(plan.problems());
        if (why.isEmpty()) {
            problems.put("reason", NO_REASON);
        }
        if (!problems.isEmpty()) {
            return shown(tenant, new Typed(plan, reason, "", ""), problems, model);
        }
        plans.set(tenant.id(), person, plan.plan(), why.orElseThrow());
        return told(id, "SET");
    }

    /**
     * @param lines how long the ledger was when the form was shown: sent twice, it gives once
     */
    @PostMapping("/tenants/{id}/credits")
    String give(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String credits,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var tenant = Portals.of(tenants, id);
        var why = Reasons.of(reason);
        var problems = new HashMap<String, String>();
        if (why.isEmpty()) {
            problems.put("credits-reason", NO_REASON);
        }
        if (!credits.matches(CREDITS) || TypedPlan.tenths(credits) == 0) {
            problems.put("credits", "tenants.plan.problem.credits");
        }
        if (problems.isEmpty()) {
            var form = String.join("\n", id, person.id().toString(), lines, credits, why.get());
            var grant = UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8));
            var tenths = TypedPlan.tenths(credits);
            if (plans.give(tenant.id(), person, grant, tenths, why.get())) {
                return told(id, "GIVEN");
            }
            problems.put("credits", "tenants.plan.problem.too-few");
        }
        var kept = new Typed(typed(tenant).plan(), "", credits, reason);
        return shown(tenant, kept, problems, model);
    }

    private Typed typed(Tenant tenant) {
        return new Typed(TypedPlan.of(plans.of(tenant.id())), "", "", "");
    }

    private String shown(Tenant tenant, Typed typed, Map<String, String> refused, Model model) {
        model.addAttribute("id", tenant.id().value());
        model.addAttribute("tenantName", tenant.name());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("balance", Plan.credits(plans.balance(tenant.id())));
        model.addAttribute("lines", plans.lines(tenant.id()));
        return "admin/plan";
    }

    private static String told(String id, String notice) {
        return "redirect:/tenants/" + id + "/plan?notice=" + notice;
    }
}
