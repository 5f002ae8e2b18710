package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        return Account.of(request)
                .map(Account::person)
                .map(person -> of(person, request))
                .orElse(null);
    }

    private ProofView of(Person person, HttpServletRequest request) {
        var answer = request.getParameter(ProofView.ANSWER);
        return new ProofView(
                () -> proof.isByPassword(person),
                proof::isGivenElsewhere,
                () -> choices(person.tenant(), request.getRequestURI()),
                answer == null ? "" : answer);
    }

    /** They lead back to the page that they are on. */
    private List<SignInChoices.Choice> choices(TenantId tenant, String page) {
        var back = "?again=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        return choices.stream()
                .flatMap(each -> each.of(tenant).stream())
                .map(each -> new SignInChoices.Choice(each.name(), each.path() + back))
                .toList();
    }
}
