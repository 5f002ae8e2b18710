package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** The page people sign in on; Spring Security answers its form. */
@Controller
class SignInPages {
    /** Of the session: the address that was typed where it is refused. */
    private static final String TYPED = SignInPages.class.getName() + ".typed";

    private final List<SignInChoices> choices;

    SignInPages(List<SignInChoices> choices) {
        this.choices = choices;
    }

    @GetMapping("/sign-in")
    String signIn(
            Tenant tenant,
            @RequestParam(name = "not-vouched", required = false) @Nullable String notVouched,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String welcome,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "choices",
                choices.stream().flatMap(each -> each.of(tenant.id()).stream()).toList());
        model.addAttribute("typed", failed == null ? "" : taken(request));
        model.addAttribute("notVouched", notVouched != null);
        model.addAttribute("failed", failed != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("welcome", welcome != null);
        return "identity/sign-in";
    }

    /** Spring Security answers before; the mapping tells that there is a form to send. */
    @PostMapping("/sign-in")
    String signIn() {
        return "redirect:/sign-in";
    }

    /** Keeps the address for the page that tells of the refusal; no password is ever kept. */
    static void keep(HttpServletRequest request) {
        var email = request.getParameter("email");
        var session = request.getSession(false);
        if (session != null && email != null && email.length() <= EmailAddress.LONGEST) {
            session.setAttribute(TYPED, email);
        }
    }

    private static String taken(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(TYPED) instanceof String email)) {
            return "";
        }
        session.removeAttribute(TYPED);
        return email;
    }
}
