package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** What people change of their second factors; each change asks for the password again. */
@Controller
@RequestMapping("/profile")
class FactorPages {
    /** Codes given here are counted apart from those at sign-in. */
    private static final String HERE = "profile";

    private final PasswordProof proof;
    private final SecondFactors factors;
    private final SignIns signIns;

    FactorPages(PasswordProof proof, SecondFactors factors, SignIns signIns) {
        this.proof = proof;
        this.factors = factors;
        this.signIns = signIns;
    }

    @PostMapping("/factor/off")
    String turnFactorOff(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = Account.of(request).orElseThrow();
        if (account.isSecondFactorRequired(tenant) && !account.hasPasskey()) {
            return ProfilePages.problem("required");
        }
        if (!proof.isGiven(person, password)) {
            return ProfilePages.problem("proof");
        }
        if (factors.give(person, code, HERE) == SecondFactors.Answer.WRONG) {
            return ProfilePages.problem("factor");
        }
        signIns.goOn(request, response, factors.turnOff(person));
        return "redirect:/profile?notice=factor-off";
    }

    @PostMapping("/passkeys/{id}/remove")
    String removePasskey(
            Person person,
            Tenant tenant,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = Account.of(request).orElseThrow();
        if (account.isSecondFactorRequired(tenant) && !account.hasAuthenticator()) {
            return ProfilePages.problem("required");
        }
        if (!proof.isGiven(person, password)) {
            return ProfilePages.problem("proof");
        }
        if (!id.matches("[A-Za-z0-9_-]{1,1400}")) {
            throw new NotFound();
        }
        signIns.goOn(request, response, factors.removePasskey(person, Bytes.fromBase64(id)));
        return "redirect:/profile?notice=passkey-gone";
    }

    /** The new codes are on the answer itself and nowhere else. */
    @PostMapping("/recovery-codes")
    String renewRecoveryCodes(
            Person person,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        if (!proof.isGiven(person, password)) {
            return ProfilePages.problem("proof");
        }
        if (factors.give(person, code, HERE) == SecondFactors.Answer.WRONG) {
            return ProfilePages.problem("factor");
        }
        model.addAttribute("codes", factors.renewRecoveryCodes(person));
        model.addAttribute("renewed", true);
        return "identity/recovery-codes";
    }
}
