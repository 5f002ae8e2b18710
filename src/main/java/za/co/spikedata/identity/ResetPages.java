package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** A forgotten password: the same answer for every address, and a link in a mail for a real one. */
@Controller
class ResetPages {
    private final PasswordChanges changes;
    private final MailRequests requests;
    private final Tries tries;

    ResetPages(PasswordChanges changes, MailRequests requests, Tries tries) {
        this.changes = changes;
        this.requests = requests;
        this.tries = tries;
    }

    @GetMapping("/reset")
    String ask(@RequestParam(required = false) @Nullable String sent, Model model) {
        model.addAttribute("sent", sent != null);
        return "identity/reset";
    }

    @PostMapping("/reset")
    String ask(Tenant tenant, @RequestParam(defaultValue = "") String email) {
        var canonical = People.canonical(email);
        if (canonical.length() <= EmailAddress.LONGEST
                && tries.take(tenant.id(), Tries.Limit.RESET, canonical) != Tries.Answer.LOCKED) {
            requests.resetPassword(tenant.id(), canonical);
        }
        return "redirect:/reset?sent";
    }

    @GetMapping("/reset/{token}")
    String show(
            Tenant tenant,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String problem,
            HttpServletResponse response,
            Model model) {
        LinkPages.keepToken(response);
        if (!changes.isLink(tenant, token)) {
            return LinkPages.dead(response);
        }
        model.addAttribute("token", token);
        model.addAttribute("problem", LinkPages.problem(problem));
        return "identity/reset-password";
    }

    @PostMapping("/reset/{token}")
    String reset(
            Tenant tenant,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        LinkPages.keepToken(response);
        if (!changes.isLink(tenant, token)) {
            return LinkPages.dead(response);
        }
        var wrong = PasswordRules.problem(password, tenant, changes.emailOf(tenant, token));
        if (wrong.isPresent()) {
            return "redirect:/reset/" + token + "?problem=" + wrong.get();
        }
        return changes.reset(tenant, token, password)
                ? "redirect:/sign-in?changed"
                : LinkPages.dead(response);
    }
}
