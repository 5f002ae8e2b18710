package za.co.spikedata.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.Tenant;

/** What a tenant's programs identify themselves by: see, make, replace, revoke. */
@Controller
@Offered(Feature.API)
class CredentialPages {
    private static final Map<String, Duration> LENGTHS =
            Map.of(
                    "month", Duration.ofDays(30),
                    "quarter", Duration.ofDays(90),
                    "year", Duration.ofDays(365));
    private static final List<String> NOTICES = List.of("invalid", "revoked", "gone", "limited");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_AT_ONCE = 16;

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
        var now = clock.instant();
        model.addAttribute(
                "credentials",
                table.all(tenant.id()).stream().map(each -> CredentialView.of(each, now)).toList());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        model.addAttribute(
                "kinds", Arrays.stream(Credential.Kind.values()).map(Enum::name).toList());
        model.addAttribute("scopes", Arrays.stream(Scope.values()).map(Scope::word).toList());
        model.addAttribute("lengths", List.of("month", "quarter", "year"));
        model.addAttribute("mostAtOnce", MOST_AT_ONCE);
        model.addAttribute("mostAMinute", plans.of(tenant.id()).requestsAMinute());
        return "api/keys";
    }

    @PostMapping("/api-keys")
    String make(
            Tenant tenant,
            Person person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String length,
            Model model) {
        var wish =
                Pace.parse(pace, plans.of(tenant.id()))
                        .flatMap(each -> wish(name, kind, scopes, most, each, length));
        return wish.isEmpty()
                ? "redirect:/api-keys?notice=invalid"
                : shown(credentials.make(tenant, person, wish.get()), model);
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

    private static Optional<Credentials.Wish> wish(
            String name, String kind, List<String> words, String most, Pace pace, String length) {
        var called = OneLine.of(name);
        var scopes = scopes(words);
        var lasts = Optional.ofNullable(LENGTHS.get(length));
        boolean isNumber = most.matches("\\d{1,2}");
        int atOnce = isNumber ? Integer.parseInt(most) : 0;
        boolean isValid =
                !called.isEmpty()
                        && called.length() <= LONGEST_NAME
                        && !scopes.isEmpty()
                        && atOnce >= 1
                        && atOnce <= MOST_AT_ONCE;
        return Arrays.stream(Credential.Kind.values())
                .filter(each -> isValid && each.name().equals(kind))
                .findFirst()
                .flatMap(each ->
                        lasts.map(period ->
                                new Credentials.Wish(each, called, scopes, atOnce, pace, period)));
    }

    private static Set<Scope> scopes(List<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        words.forEach(word -> scopes.addAll(Scope.parse(word)));
        return scopes;
    }

    private static UUID parse(String id) {
        return Ids.parse(id).orElseThrow(CredentialPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
