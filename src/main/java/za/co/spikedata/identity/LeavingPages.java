package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** The end of one's own account. */
@Controller
class LeavingPages {
    private final PasswordProof proof;
    private final Leaving leaving;

    LeavingPages(PasswordProof proof, Leaving leaving) {
        this.proof = proof;
        this.leaving = leaving;
    }

    /**
     * @param typed their own address, so that nobody leaves by a slip
     */
    @PostMapping("/profile/delete")
    String leave(
            Person person,
            Tenant tenant,
            Authentication authentication,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!People.canonical(typed).equals(person.email())) {
            return ProfilePages.problem("typed");
        }
        if (!proof.isGiven(person, password)) {
            return ProfilePages.problem("proof");
        }
        return switch (leaving.leave(tenant, person)) {
            case Leaving.Outcome.LastInCharge() -> ProfilePages.problem("last");
            case Leaving.Outcome.Left(var page) -> {
                new SecurityContextLogoutHandler().logout(request, response, authentication);
                response.setHeader("Clear-Site-Data", IdentityChain.ALL_OF_THE_SITE);
                yield "redirect:" + page;
            }
        };
    }
}
