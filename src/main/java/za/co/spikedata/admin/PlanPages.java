package za.co.spikedata.admin;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.api.Plans;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.Tenants;

/** Operators decide what a tenant's programs may use, and give credits. */
@Controller
@ConsoleOnly
class PlanPages {
    private static final List<String> NOTICES =
            List.of("SET", "GIVEN", "INVALID", "TOO_FEW", "NO_REASON");

    /** Credits as people write them: a tenth is the smallest part. */
    private static final String CREDITS = "-?\\d{1,9}(\\.\\d)?";

    private static final int BYTES_A_MEGABYTE = 1_000_000;

    private final Plans plans;
    private final Tenants tenants;

    PlanPages(Plans plans, Tenants tenants) {
        this.plans = plans;
        this.tenants = tenants;
    }

    @GetMapping("/tenants/{id}/plan")
    String plan(
            @PathVariable String id, @RequestParam(defaultValue = "") String notice, Model model) {
        var tenant = Portals.of(tenants, id);
        var plan = plans.of(tenant.id());
        model.addAttribute("id", id);
        model.addAttribute("tenantName", tenant.name());
        model.addAttribute("plan", plan);
        model.addAttribute("start", credits(plan.startTenths()));
        model.addAttribute("monthly", credits(plan.monthlyTenths()));
        model.addAttribute("megabytes", Math.max(1, plan.mostBytes() / BYTES_A_MEGABYTE));
        model.addAttribute("balance", Plan.credits(plans.balance(tenant.id())));
        model.addAttribute("lines", plans.lines(tenant.id()));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "admin/plan";
    }

    @PostMapping("/tenants/{id}/plan")
    String set(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String monthly,
            @RequestParam(defaultValue = "") String requests,
            @RequestParam(defaultValue = "") String atOnce,
            @RequestParam(defaultValue = "") String megabytes,
            @RequestParam(defaultValue = "") String reason) {
        var tenant = Portals.of(tenants, id);
        var why = Reasons.of(reason);
        if (why.isEmpty()) {
            return told(id, "NO_REASON");
        }
        var plan = plan(List.of(name.strip(), start, monthly, requests, atOnce, megabytes));
        plan.ifPresent(each -> plans.set(tenant.id(), person, each, why.get()));
        return told(id, plan.isPresent() ? "SET" : "INVALID");
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
            @RequestParam(defaultValue = "") String reason) {
        var tenant = Portals.of(tenants, id);
        var why = Reasons.of(reason);
        if (why.isEmpty()) {
            return told(id, "NO_REASON");
        }
        if (!credits.matches(CREDITS) || tenths(credits) == 0) {
            return told(id, "INVALID");
        }
        var form = String.join("\n", id, person.id().toString(), lines, credits, why.get());
        var grant = UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8));
        boolean isGiven = plans.give(tenant.id(), person, grant, tenths(credits), why.get());
        return told(id, isGiven ? "GIVEN" : "TOO_FEW");
    }

    private static Optional<Plan> plan(List<String> typed) {
        try {
            return Optional.of(
                    new Plan(
                            typed.get(0),
                            tenths(typed.get(1)),
                            tenths(typed.get(2)),
                            Integer.parseInt(typed.get(3)),
                            Integer.parseInt(typed.get(4)),
                            Math.multiplyExact(Integer.parseInt(typed.get(5)), BYTES_A_MEGABYTE)));
        } catch (IllegalArgumentException | ArithmeticException noPlan) {
            return Optional.empty();
        }
    }

    private static long tenths(String credits) {
        if (!credits.matches(CREDITS)) {
            throw new IllegalArgumentException("Expected credits");
        }
        return new BigDecimal(credits).movePointRight(1).longValueExact();
    }

    private static String credits(long tenths) {
        return Plan.credits(tenths).toPlainString();
    }

    private static String told(String id, String notice) {
        return "redirect:/tenants/" + id + "/plan?notice=" + notice;
    }
}
