package za.co.spikedata.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What concerns all people of a tenant at once. */
@Controller
class EverybodyPages {
    private final PasswordProof proof;
    private final Administration administration;

    EverybodyPages(PasswordProof proof, Administration administration) {
        this.proof = proof;
        this.administration = administration;
    }

    /** The password again: a session left open must not throw everybody out. */
    @PostMapping("/people/sessions-end")
    String endSessions(Person person, @RequestParam(defaultValue = "") String password) {
        if (!proof.isGiven(person, password)) {
            return "redirect:/people?notice=proof";
        }
        administration.endEverybodysSessions(person);
        return "redirect:/people?notice=everybody";
    }
}
