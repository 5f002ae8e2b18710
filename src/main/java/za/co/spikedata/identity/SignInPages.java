package za.co.spikedata.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page people sign in on; Spring Security answers its form. */
@Controller
class SignInPages {
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String failed,
            @RequestParam(name = "signed-out", required = false) @org.jspecify.annotations.Nullable String signedOut,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("signedOut", signedOut != null);
        return "identity/sign-in";
    }
}
