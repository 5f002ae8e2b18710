package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/** Where an operator arrives at a tenant's host, and where its administrators see who did. */
@Controller
class ActingPages {
    private final Actings actings;
    private final SignIns signIns;
    private final Clock clock;

    ActingPages(Actings actings, SignIns signIns, Clock clock) {
        this.actings = actings;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** As administrators see it. */
    record ActingView(
            String id,
            String email,
            String reason,
            String begun,
            String until,
            boolean isUnderWay) {}

    /** Opening it uses nothing up, as browsers may do ahead of time. */
    @GetMapping("/acting/{token}")
    String arrive(@PathVariable String token, HttpServletResponse response, Model model) {
        LinkPages.keepToken(response);
        model.addAttribute("token", token);
        return "identity/acting-begin";
    }

    @PostMapping("/acting/{token}")
    String begin(
            Tenant tenant,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkPages.keepToken(response);
        var acting = actings.enter(tenant.id(), token);
        if (acting.isEmpty()) {
            return LinkPages.dead(response);
        }
        signIns.act(request, response, tenant.id(), acting.get());
        return "redirect:/settings";
    }

    @GetMapping("/settings/acting")
    String list(Tenant tenant, Model model) {
        var now = clock.instant();
        model.addAttribute("isWanted", tenant.acting());
        model.addAttribute(
                "actings",
                actings.of(tenant.id()).stream()
                        .map(each ->
                                new ActingView(
                                        each.id().toString(),
                                        each.email(),
                                        each.reason(),
                                        Dates.minute(each.begun()),
                                        Dates.minute(each.ended().orElse(each.until())),
                                        each.isUnderWay(now)))
                        .toList());
        return "identity/actings";
    }

    /** The operator's own way out. */
    @PostMapping("/settings/acting/leave")
    String leave(Person person, HttpServletRequest request) {
        if (Acting.of(request).isEmpty()) {
            return "redirect:/settings/acting";
        }
        actings.leave(person, request.getSession(false));
        request.getSession().invalidate();
        return "redirect:/sign-in?signed-out";
    }

    @PostMapping("/settings/acting/{id}/end")
    String end(Person person, @PathVariable String id) {
        var acting =
                PersonId.parse(id)
                        .flatMap(known -> actings.find(person.tenant(), known.value()))
                        .orElseThrow(NotFound::new);
        actings.end(person.tenant(), acting, person.id().toString());
        return "redirect:/settings/acting";
    }
}
