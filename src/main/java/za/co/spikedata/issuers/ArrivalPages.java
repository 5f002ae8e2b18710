package za.co.spikedata.issuers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.ProofView;
import za.co.spikedata.identity.SignInChoices;
import za.co.spikedata.identity.VouchedSignIn;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Ids;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.OwnPath;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** From the sign-in page to a provider, and from there back inside. */
@Controller
@Offered(Feature.SIGN_IN_PROVIDERS)
class ArrivalPages implements SignInChoices {
    private static final String NOT_VOUCHED = "redirect:/sign-in?not-vouched";
    private static final String PROFILE = "/profile";
    private static final String SECOND = "mfa"; // RFC 8176

    private final Tenants tenants;
    private final IssuerTable issuers;
    private final Codes codes;
    private final Arrivals arrivals;
    private final VouchedSignIn people;
    private final Addresses addresses;
    private final Audit audit;
    private final Clock clock;

    ArrivalPages(
            Tenants tenants,
            IssuerTable issuers,
            Codes codes,
            Arrivals arrivals,
            VouchedSignIn people,
            Addresses addresses,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.issuers = issuers;
        this.codes = codes;
        this.arrivals = arrivals;
        this.people = people;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Choice> of(TenantId tenant) {
        if (!tenants.offers(tenant, Feature.SIGN_IN_PROVIDERS)) {
            return List.of();
        }
        return issuers.all(tenant).stream()
                .map(issuer -> new Choice(issuer.name(), "/sign-in/with/" + issuer.id()))
                .toList();
    }

    @GetMapping("/sign-in/with/{id}")
    String go(
            HttpServletRequest request,
            Tenant tenant,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String again) {
        var issuer = find(tenant, id);
        var journey =
                Journey.begin(
                        request,
                        issuer.id(),
                        Optional.ofNullable(again).map(page -> OwnPath.of(page, PROFILE)),
                        clock.instant());
        return codes.page(tenant.id(), issuer, journey, addresses.back(request, tenant, issuer))
                .map(page -> "redirect:" + page)
                .orElse(NOT_VOUCHED);
    }

    @GetMapping("/sign-in/with/{id}/back")
    String come(
            HttpServletRequest request,
            HttpServletResponse response,
            Tenant tenant,
            @PathVariable String id) {
        var issuer = find(tenant, id);
        boolean isEnding = Journey.isUnderWay(request);
        var journey = Journey.end(request, issuer.id(), clock.instant());
        var claims = journey.flatMap(each -> claims(request, tenant, issuer, each));
        var person = claims.flatMap(said -> arrivals.person(tenant.id(), issuer, said));
        if (person.isEmpty()) {
            if (isEnding) {
                audit.record(
                        tenant.id(), "anonymous", "sign-in.not-vouched", issuer.id().toString());
            }
            return NOT_VOUCHED;
        }
        var who = person.get().id().toString();
        audit.record(tenant.id(), who, "sign-in.vouched", issuer.id().toString());
        var how = how(issuer, journey.orElseThrow(), claims.orElseThrow());
        boolean isInside =
                people.enter(
                        request,
                        response,
                        person.get(),
                        how,
                        () -> issuers.find(tenant.id(), issuer.id()).isPresent());
        return isInside ? next(journey.orElseThrow(), how) : NOT_VOUCHED;
    }

    private static VouchedSignIn.How how(Issuer issuer, Journey journey, Claims claims) {
        return new VouchedSignIn.How(
                issuer.trustsFactor() && claims.texts("amr").contains(SECOND),
                journey.isAgain() && claims.isSignedInSince(journey.begun()));
    }

    private static String next(Journey journey, VouchedSignIn.How how) {
        return journey.again()
                .map(page -> "redirect:" + ProofView.answered(page, how.again()))
                .orElse("redirect:/");
    }

    private Optional<Claims> claims(
            HttpServletRequest request, Tenant tenant, Issuer issuer, Journey journey) {
        if (!isFrom(issuer, request.getParameterValues("iss"))) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getParameter("code"))
                .flatMap(code ->
                        codes.redeem(
                                tenant.id(),
                                issuer,
                                journey,
                                code,
                                addresses.back(request, tenant, issuer)));
    }

    /** RFC 9207: a provider that says who answers must be the one that was asked. */
    private static boolean isFrom(Issuer issuer, String @Nullable [] said) {
        return said == null || List.of(said).equals(List.of(issuer.url()));
    }

    private Issuer find(Tenant tenant, String id) {
        return Ids.parse(id)
                .flatMap(parsed -> issuers.find(tenant.id(), parsed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
