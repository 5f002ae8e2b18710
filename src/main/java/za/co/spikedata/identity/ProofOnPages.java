package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import za.co.spikedata.tenancy.TenantId;

/** Tells forms what to ask for, of whoever must prove once more who they are. */
@ControllerAdvice(annotations = Controller.class)
class ProofOnPages {
    private final PasswordProof proof;
    private final ObjectProvider<SignInChoices> choices;

    ProofOnPages(PasswordProof proof, ObjectProvider<SignInChoices> choices) {
        this.proof = proof;
        this.choices = choices;
    }

    @ModelAttribute("again")
    @Nullable ProofView proof(HttpServletRequest request) {
        return Account.of(request).map(Account::person).map(this::of).orElse(null);
    }

    private ProofView of(Person person) {
        return new ProofView(
                () -> proof.isByPassword(person),
                proof::isGivenElsewhere,
                () -> choices(person.tenant()));
    }

    private List<SignInChoices.Choice> choices(TenantId tenant) {
        return choices.stream()
                .flatMap(each -> each.of(tenant).stream())
                .map(each -> new SignInChoices.Choice(each.name(), each.path() + "?again"))
                .toList();
    }
}
