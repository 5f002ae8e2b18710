package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** Where an invitation's link leads. Opening it uses nothing up: mail scanners open links too. */
@Controller
class InvitationPages {
    private final Invitations invitations;

    InvitationPages(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping("/invitation/{token}")
    String show(
            Tenant tenant,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String problem,
            HttpServletResponse response,
            Model model) {
        LinkPages.keepToken(response);
        var account = invitations.find(tenant, token);
        if (account.isEmpty()) {
            return LinkPages.dead(response);
        }
        model.addAttribute("email", account.get().person().email());
        model.addAttribute("token", token);
        model.addAttribute("problem", LinkPages.problem(problem));
        return "identity/invitation";
    }

    @PostMapping("/invitation/{token}")
    String accept(
            Tenant tenant,
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        LinkPages.keepToken(response);
        var account = invitations.find(tenant, token);
        if (account.isEmpty()) {
            return LinkPages.dead(response);
        }
        var wrong = PasswordRules.problem(password, tenant, account.get().person().email());
        if (wrong.isPresent()) {
            return "redirect:/invitation/" + token + "?problem=" + wrong.get();
        }
        return invitations.accept(tenant, token, ProfilePages.name(name), password)
                ? "redirect:/sign-in?welcome"
                : LinkPages.dead(response);
    }
}
