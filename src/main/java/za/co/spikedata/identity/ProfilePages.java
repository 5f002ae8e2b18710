package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.AskedLanguage;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.OwnPath;
import za.co.spikedata.tenancy.Tenant;

/** What people see and change of themselves; what matters asks for the password again. */
@Controller
@RequestMapping("/profile")
class ProfilePages {
    private static final int LONGEST_NAME = 100;
    private static final Set<String> NOTICES =
            Set.of(
                    "name",
                    "language",
                    "password",
                    "email",
                    "factor-off",
                    "ended",
                    "passkey",
                    "passkey-gone");
    private static final Set<String> PROBLEMS =
            Set.of(
                    "proof",
                    "copies",
                    "language",
                    "short",
                    "long",
                    "common",
                    "address",
                    "factor",
                    "required",
                    "passkey",
                    "typed",
                    "last");

    private final PersonTable people;
    private final PasswordProof proof;
    private final PasswordChanges passwords;
    private final EmailChanges emails;
    private final SignIns signIns;
    private final ProfileViews views;

    ProfilePages(
            PersonTable people,
            PasswordProof proof,
            PasswordChanges passwords,
            EmailChanges emails,
            SignIns signIns,
            ProfileViews views) {
        this.people = people;
        this.proof = proof;
        this.passwords = passwords;
        this.emails = emails;
        this.signIns = signIns;
        this.views = views;
    }

    @GetMapping
    String show(
            HttpServletRequest request,
            Tenant tenant,
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "") String problem,
            Model model) {
        model.addAttribute("profile", views.of(request, tenant));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        model.addAttribute("problem", PROBLEMS.contains(problem) ? problem : "");
        return "identity/profile";
    }

    @PostMapping("/name")
    String rename(Person person, @RequestParam String name) {
        people.setName(person.tenant(), person.id(), name(name));
        return "redirect:/profile?notice=name";
    }

    /** The choice is kept on the browser too, for the pages before sign-in. */
    @PostMapping("/language")
    String chooseLanguage(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response) {
        if (tenant.speaking(language).isEmpty()) {
            return problem("language");
        }
        people.setLanguage(person.tenant(), person.id(), language);
        response.addHeader(HttpHeaders.SET_COOKIE, AskedLanguage.cookie(language).toString());
        return "redirect:" + OwnPath.of(to, "/profile?notice=language");
    }

    @PostMapping("/password")
    String changePassword(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wrong = PasswordRules.problem(fresh, tenant, person.email());
        if (wrong.isPresent()) {
            return problem(wrong.get());
        }
        if (!proof.isGiven(person, password)) {
            return problem("proof");
        }
        signIns.goOn(request, response, passwords.change(person, fresh));
        return "redirect:/profile?notice=password";
    }

    @PostMapping("/email")
    String changeEmail(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String email) {
        var address = EmailAddress.of(email);
        if (address.isEmpty()) {
            return problem("address");
        }
        if (!proof.isGiven(person, password)) {
            return problem("proof");
        }
        emails.ask(tenant, person, address.get());
        return "redirect:/profile?notice=email";
    }

    /** A name as it is kept: one line, not endless. */
    static String name(String typed) {
        var line = OneLine.of(typed);
        return line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }

    static String problem(String key) {
        return "redirect:/profile?problem=" + key;
    }
}
