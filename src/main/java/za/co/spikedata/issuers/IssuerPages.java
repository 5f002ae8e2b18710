package za.co.spikedata.issuers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** Whom a tenant trusts to say who somebody is: see, add, take away. */
@Controller
@Offered(Feature.SIGN_IN_PROVIDERS)
class IssuerPages {
    private static final List<String> NOTICES =
            List.of("invalid", "full", "silent", "made", "removed");
    private static final List<String> GOOD = List.of("made", "removed");
    private static final int LONGEST_NAME = 60;
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,189}$)([a-z0-9-]+\\.)+[a-z0-9-]{2,63}");
    private static final int MOST_DOMAINS = 20;

    private final Issuers issuers;
    private final IssuerTable table;
    private final Errands errands;
    private final Addresses addresses;

    IssuerPages(Issuers issuers, IssuerTable table, Errands errands, Addresses addresses) {
        this.issuers = issuers;
        this.table = table;
        this.errands = errands;
        this.addresses = addresses;
    }

    /** One as the list shows it. */
    record IssuerView(
            String id,
            String name,
            String url,
            List<String> back,
            String domains,
            String audience,
            boolean trustsFactor) {}

    @GetMapping("/issuers")
    String list(Tenant tenant, @RequestParam(defaultValue = "") String notice, Model model) {
        model.addAttribute(
                "issuers",
                table.all(tenant.id()).stream().map(each -> view(tenant, each)).toList());
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        model.addAttribute("isGood", GOOD.contains(notice));
        model.addAttribute("tenantId", tenant.id().value());
        return "issuers/list";
    }

    @PostMapping("/issuers")
    String make(
            Person person,
            Tenant tenant,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String domains,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "false") boolean factor,
            Model model) {
        var wish =
                new Issuers.Wish(
                        OneLine.of(name),
                        url.strip(),
                        client.strip(),
                        secret.strip(),
                        words(domains),
                        Optional.of(audience.strip()).filter(text -> !text.isEmpty()),
                        factor);
        if (!isFit(wish)) {
            return list(tenant, "invalid", model);
        }
        var outcome = issuers.make(person, wish).name().toLowerCase(Locale.ROOT);
        return GOOD.contains(outcome)
                ? "redirect:/issuers?notice=" + outcome
                : list(tenant, outcome, model);
    }

    @PostMapping("/issuers/{id}/remove")
    String remove(Person person, @PathVariable String id) {
        var issuer =
                Ids.parse(id)
                        .flatMap(parsed -> table.find(person.tenant(), parsed))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        issuers.remove(person, issuer);
        return "redirect:/issuers?notice=removed";
    }

    /** An audience that is the client too would let what people sign in with in as a program. */
    private boolean isFit(Issuers.Wish wish) {
        return !wish.name().isEmpty()
                && wish.name().length() <= LONGEST_NAME
                && !wish.url().contains("?")
                && errands.mayAsk(wish.url())
                && PLAIN.matcher(wish.clientId()).matches()
                && PLAIN.matcher(wish.secret()).matches()
                && !wish.domains().isEmpty()
                && wish.domains().size() <= MOST_DOMAINS
                && wish.domains().stream().allMatch(each -> DOMAIN.matcher(each).matches())
                && wish.audience()
                        .filter(text ->
                                !PLAIN.matcher(text).matches() || text.equals(wish.clientId()))
                        .isEmpty();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private IssuerView view(Tenant tenant, Issuer issuer) {
        return new IssuerView(
                issuer.id().toString(),
                issuer.name(),
                issuer.url(),
                addresses.all(tenant, issuer),
                String.join(", ", issuer.domains()),
                issuer.audience().orElse(""),
                issuer.trustsFactor());
    }
}
