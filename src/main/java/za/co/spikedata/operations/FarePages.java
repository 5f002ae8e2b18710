package za.co.spikedata.operations;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.admin.Pages;
import za.co.spikedata.tally.Tallies;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** How every tenant fares, and how one does. */
@Controller
@ConsoleOnly
class FarePages {
    private final Tallies tallies;
    private final FareViews views;
    private final Tenants tenants;

    FarePages(Tallies tallies, FareViews views, Tenants tenants) {
        this.tallies = tallies;
        this.views = views;
        this.tenants = tenants;
    }

    @GetMapping("/operations")
    String all(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var asked = FareViews.Asked.of(part, sort, order);
        var pages = Pages.of(page, tallies.size(asked.part()));
        model.addAttribute("asked", asked);
        model.addAttribute("pages", pages);
        model.addAttribute("sorts", FareViews.sorts());
        model.addAttribute("columns", FareViews.columns(asked));
        model.addAttribute("counted", tallies.oldest().map(Dates::minute).orElse(""));
        model.addAttribute(
                "rows",
                tallies.list(asked.part(), asked.order(), pages.from(), Pages.LINES).stream()
                        .map(views::row)
                        .toList());
        return "operations/usage";
    }

    /** Counted anew: it is one tenant. */
    @GetMapping("/operations/tenants/{id}")
    String one(@PathVariable String id, Model model) {
        var tenant =
                tenants.all().stream()
                        .map(brand -> brand.tenant())
                        .filter(each -> each.isPortal() && each.id().value().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("id", id);
        model.addAttribute("tenantName", tenant.name());
        model.addAttribute("figures", FareViews.all(tallies.count(new TenantId(id))));
        return "operations/tenant";
    }
}
