package za.co.spikedata.api;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.Tenant;

/** What a tenant's programs identify themselves by: see, make, replace, revoke. */
@Controller
@Offered(Feature.API)
class CredentialPages {
    private static final List<String> NOTICES = List.of("invalid", "revoked", "gone", "limited");

    private final Credentials credentials;
    private final CredentialTable table;
    private final Plans plans;
    private final Clock clock;

    CredentialPages(Credentials credentials, CredentialTable table, Plans plans, Clock clock) {
        this.credentials = credentials;
        this.table = table;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/api-keys")
    String list(Tenant tenant, @RequestParam(defaultValue = "") String notice, Model model) {
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return shown(tenant, CredentialForm.EMPTY, Map.of(), model);
    }

    private String shown(
            Tenant tenant, CredentialForm typed, Map<String, String> refused, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "credentials",
                table.all(tenant.id()).stream().map(each -> CredentialView.of(each, now)).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "kinds", Arrays.stream(Credential.Kind.values()).map(Enum::name).toList());
        model.addAttribute("scopes", Arrays.stream(Scope.values()).map(Scope::word).toList());
        model.addAttribute("lengths", CredentialForm.LENGTHS);
        model.addAttribute("mostAtOnce", CredentialForm.MOST_AT_ONCE);
        model.addAttribute("mostAMinute", plans.of(tenant.id()).requestsAMinute());
        return "api/keys";
    }

    @PostMapping("/api-keys")
    String make(
            Tenant tenant,
            Person person,
            @ModelAttribute("typed") CredentialForm typed,
            Model model) {
        var plan = plans.of(tenant.id());
        var problems = typed.problems(plan);
        return problems.isEmpty()
                ? shown(credentials.make(tenant, person, typed.wish(plan)), model)
                : shown(tenant, typed, problems, model);
    }

    @PostMapping("/api-keys/{id}/rotate")
    String rotate(Tenant tenant, Person person, @PathVariable String id, Model model) {
        if (table.find(tenant.id(), parse(id)).isEmpty()) {
            throw notFound();
        }
        return credentials
                .rotate(tenant, person, parse(id))
                .map(made -> shown(made, model))
                .orElse("redirect:/api-keys?notice=gone");
    }

    @PostMapping("/api-keys/{id}/revoke")
    String revoke(Tenant tenant, Person person, @PathVariable String id) {
        if (table.find(tenant.id(), parse(id)).isEmpty()) {
            throw notFound();
        }
        boolean revoked = credentials.revoke(tenant, person, parse(id));
        return "redirect:/api-keys?notice=" + (revoked ? "revoked" : "gone");
    }

    @PostMapping("/api-keys/{id}/limit")
    String limit(
            Tenant tenant,
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String pace) {
        if (table.find(tenant.id(), parse(id)).isEmpty()) {
            throw notFound();
        }
        var notice =
                Pace.parse(pace, plans.of(tenant.id()))
                        .map(each -> credentials.limit(tenant, person, parse(id), each))
                        .map(limited -> limited ? "limited" : "gone")
                        .orElse("invalid");
        return "redirect:/api-keys?notice=" + notice;
    }

    private static String shown(Credentials.Made made, Model model) {
        model.addAttribute("name", made.credential().name());
        model.addAttribute("credential", made.credential().id().toString());
        switch (made) {
            case Credentials.Made.Token(_, var token) -> model.addAttribute("token", token);
            case Credentials.Made.Pair(_, var secret) -> {
                model.addAttribute("apiKey", secret.apiKey().toString());
                model.addAttribute("userKey", secret.userKey().toString());
            }
            case Credentials.Made.ClientSecret(_, var secret) -> {
                model.addAttribute("clientId", secret.apiKey().toString());
                model.addAttribute("clientSecret", secret.userKey().toString());
            }
        }
        return "api/made";
    }

    private static UUID parse(String id) {
        return Ids.parse(id).orElseThrow(CredentialPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
