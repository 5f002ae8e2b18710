package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import za.co.spikedata.tenancy.Tenant;

/** Where the two links of a change of address lead. */
@Controller
class EmailPages {
    private final EmailChanges changes;

    EmailPages(EmailChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/email/{token}")
    String show(
            Tenant tenant, @PathVariable String token, HttpServletResponse response, Model model) {
        LinkPages.keepToken(response);
        if (!changes.isLink(tenant, token)) {
            return LinkPages.dead(response);
        }
        model.addAttribute("token", token);
        model.addAttribute("state", "ask");
        return "identity/email";
    }

    @PostMapping("/email/{token}")
    String confirm(
            Tenant tenant, @PathVariable String token, HttpServletResponse response, Model model) {
        LinkPages.keepToken(response);
        var outcome = changes.confirm(tenant, token);
        return switch (outcome) {
            case DEAD_LINK -> LinkPages.dead(response);
            case WAITS, DONE -> {
                model.addAttribute("state", outcome.name().toLowerCase(Locale.ROOT));
                yield "identity/email";
            }
        };
    }
}
