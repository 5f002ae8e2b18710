package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.Tenant;

/** Getting an authenticator: the password again, the secret once, a right code of it. */
@Controller
@RequestMapping("/second-factor/enrol")
class EnrolmentPages {
    private static final int GROUP = 4;

    private final SecondFactors factors;
    private final PasswordProof proof;
    private final SignIns signIns;

    EnrolmentPages(SecondFactors factors, PasswordProof proof, SignIns signIns) {
        this.factors = factors;
        this.proof = proof;
        this.signIns = signIns;
    }

    @GetMapping
    String begin(
            HttpServletRequest request,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        var account = Account.of(request).orElseThrow();
        model.addAttribute("failed", failed != null);
        model.addAttribute("replaces", account.hasAuthenticator());
        model.addAttribute(
                "required", account.isSecondFactorRequired(tenant) && !account.hasSecondFactor());
        return "identity/enrol";
    }

    @PostMapping
    String begin(Person person, @RequestParam(defaultValue = "") String password) {
        if (!proof.isGiven(person, password)) {
            return "redirect:/second-factor/enrol?failed";
        }
        factors.begin(person);
        return "redirect:/second-factor/enrol/code";
    }

    @GetMapping("/code")
    String scan(
            Person person,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        var secret = factors.pending(person);
        if (secret.isEmpty()) {
            return "redirect:/second-factor/enrol";
        }
        model.addAttribute("failed", failed != null);
        model.addAttribute("secret", grouped(secret.get()));
        model.addAttribute(
                "address", TimeCodes.address(tenant.name(), person.email(), secret.get()));
        return "identity/enrol-code";
    }

    @GetMapping("/picture.png")
    ResponseEntity<byte[]> picture(Person person, Tenant tenant) {
        return factors.pending(person)
                .map(secret -> TimeCodes.picture(tenant.name(), person.email(), secret))
                .map(picture -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The codes are on the answer itself and nowhere else: they are told once. */
    @PostMapping("/code")
    String confirm(
            Person person,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var enrolled = factors.confirm(person, code);
        if (enrolled.isEmpty()) {
            return "redirect:/second-factor/enrol/code?failed";
        }
        signIns.factorGiven(request, response, enrolled.get().person(), Factors.AUTHENTICATOR);
        model.addAttribute("codes", enrolled.get().recoveryCodes());
        return "identity/recovery-codes";
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}
