package za.co.spikedata.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The address people sign out at. */
@Controller
class SignOutPages {
    /** Spring Security answers before; the mapping tells all other methods that it is no page. */
    @PostMapping("/sign-out")
    String signOut() {
        return "redirect:/sign-in";
    }
}
