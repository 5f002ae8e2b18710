package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page between the password and the portal. */
@Controller
class SecondFactorPages {
    private static final HttpSessionRequestCache ASKED = new HttpSessionRequestCache();

    private final SecondFactors factors;
    private final SignIns signIns;
    private final Devices devices;

    SecondFactorPages(SecondFactors factors, SignIns signIns, Devices devices) {
        this.factors = factors;
        this.signIns = signIns;
        this.devices = devices;
    }

    @GetMapping("/second-factor")
    String ask(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        var account = Account.of(request).orElseThrow();
        if (!account.hasSecondFactor()) {
            return "redirect:/second-factor/enrol";
        }
        model.addAttribute("failed", failed != null);
        model.addAttribute("account", account);
        return "identity/second-factor";
    }

    @PostMapping("/second-factor")
    String give(
            Person person,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var device =
                devices.known(request, person.tenant(), person.email())
                        .map(Object::toString)
                        .orElse("");
        return switch (factors.give(person, code, device)) {
            case RIGHT -> onwards(request, response, person, Factors.AUTHENTICATOR);
            case RECOVERED -> onwards(request, response, person, Factors.RECOVERY_CODE);
            case WRONG -> "redirect:/second-factor?failed";
        };
    }

    private String onwards(
            HttpServletRequest request,
            HttpServletResponse response,
            Person person,
            String factor) {
        signIns.factorGiven(request, response, person, factor);
        return "redirect:" + next(request, response);
    }

    /** The page that was asked for before the sign-in, or the first one. */
    static String next(HttpServletRequest request, HttpServletResponse response) {
        var saved = ASKED.getRequest(request, response);
        if (saved == null) {
            return "/";
        }
        ASKED.removeRequest(request, response);
        return saved.getRedirectUrl();
    }
}
