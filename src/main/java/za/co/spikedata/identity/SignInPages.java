package za.co.spikedata.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page people sign in on; Spring Security answers its form. */
@Controller
class SignInPages {
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String welcome,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("welcome", welcome != null);
        return "identity/sign-in";
    }
}
