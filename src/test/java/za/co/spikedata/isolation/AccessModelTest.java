package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import za.co.spikedata.identity.Account;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.Person.Role;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Compares what the server decides with a small model, for cases of chance. The server's own rules
 * and interceptors decide in process; what each person is shown was asked over HTTP before.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessModelTest {
    private static final int CASES = 100_000;
    private static final long SEED = 20_260_917;

    /** By tenant, the host. */
    private static final Map<String, String> HOSTS =
            Map.of("spike", "app.localhost", "acme", "acme.localhost", "admin", "admin.localhost");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Tenants tenants;
    @Autowired private List<SecurityFilterChain> chains;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final List<Person> persons = new ArrayList<>();
    private final Map<String, Person> owners = new LinkedHashMap<>();
    private final Map<String, Boolean> shown = new HashMap<>();
    private AuthorizationFilter rules;

    /**
     * One question.
     *
     * @param hasFactors every factor was given, not the password alone
     */
    private record Case(
            Route route, Person who, boolean hasFactors, String document, Person other) {
        boolean isAbout(Route.Thing thing) {
            return route.variables().stream().anyMatch(name -> route.ids().get(name) == thing);
        }
    }

    @BeforeAll
    void everybodyArrives() {
        rules =
                chains.stream()
                        .flatMap(chain -> chain.getFilters().stream())
                        .filter(AuthorizationFilter.class::isInstance)
                        .map(AuthorizationFilter.class::cast)
                        .findFirst()
                        .orElseThrow();
        var clients = new LinkedHashMap<Person, Browserless>();
        for (var tenant : HOSTS.keySet()) {
            for (var role : Role.values()) {
                if (role.isOfConsole() == tenant.equals("admin")) {
                    var email = "model-" + UUID.randomUUID() + "@example.com";
                    var person = people.add(new TenantId(tenant), email, PortalTest.PASSWORD, role);
                    clients.put(
                            person,
                            new Browserless(port, HOSTS.get(tenant))
                                    .signIn(email, PortalTest.PASSWORD));
                }
            }
        }
        persons.addAll(clients.keySet());
        clients.forEach((person, client) -> {
            if (person.role() == Role.MEMBER || person.role() == Role.ADMINISTRATOR) {
                var sample = client.post("/statements/sample", Map.of("kind", "proven"));
                var page = Browserless.location(sample);
                owners.put(page.substring(page.lastIndexOf('/') + 1), person);
            }
        });
        clients.forEach((person, client) -> {
            for (var document : owners.keySet()) {
                look(person, client, "/statements/", document);
            }
            for (var other : persons) {
                look(person, client, "/people/", other.id().toString());
            }
        });
    }

    private void look(Person person, Browserless client, String place, String id) {
        shown.put(person.id() + id, client.get(place + id).statusCode() == 200);
    }

    @Test
    @DisplayName("AUZ-06 decides 100,000 cases of chance as the model does")
    void decidesAsTheModelDoes() throws Exception {
        var chance = new Random(SEED);
        var documents = List.copyOf(owners.keySet());
        int allowed = 0;
        for (int i = 0; i < CASES; i++) {
            var each =
                    new Case(
                            Matrix.ROUTES.get(chance.nextInt(Matrix.ROUTES.size())),
                            persons.get(chance.nextInt(persons.size())),
                            chance.nextInt(4) > 0,
                            documents.get(chance.nextInt(documents.size())),
                            persons.get(chance.nextInt(persons.size())));
            boolean decided = isLetIn(each) && isShown(each);
            if (decided != isAllowed(each)) {
                throw new AssertionError("Expected " + !decided + " for " + each);
            }
            allowed += decided ? 1 : 0;
        }
        assertThat(allowed).isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** The model: what a role may do once its factors are given, and whose things are whose. */
    private boolean isAllowed(Case asked) {
        var role = asked.who().role();
        boolean mustGiveTwo = role.isOfConsole() || role == Role.ADMINISTRATOR;
        if (asked.route().access() == Route.Access.EVERYBODY) {
            return true;
        }
        if (mustGiveTwo && !asked.hasFactors()) {
            return asked.route().pattern().matches("/second-factor(?!/enrol).*");
        }
        boolean mayRole =
                switch (asked.route().access()) {
                    case EVERYBODY, PEOPLE -> true;
                    case READERS -> !role.isOfConsole();
                    case BRINGERS -> role == Role.MEMBER || role == Role.ADMINISTRATOR;
                    case ADMINISTRATORS -> role == Role.ADMINISTRATOR;
                    case IN_CHARGE -> role == Role.OPERATOR || role == Role.ADMINISTRATOR;
                    case CONSOLE -> role == Role.OPERATOR;
                    case SUPPORT -> role.isOfConsole();
                };
        boolean isOwn =
                !asked.isAbout(Route.Thing.DOCUMENT)
                        || owners.get(asked.document()).equals(asked.who());
        boolean isOfTheHouse =
                !asked.isAbout(Route.Thing.PERSON)
                        || asked.other().tenant().equals(asked.who().tenant());
        return mayRole && isOwn && isOfTheHouse;
    }

    private boolean isShown(Case asked) {
        if (asked.isAbout(Route.Thing.DOCUMENT)) {
            return shown.get(asked.who().id() + asked.document());
        }
        return !asked.isAbout(Route.Thing.PERSON)
                || shown.get(asked.who().id() + asked.other().id().toString());
    }

    /** What the server's rules and interceptors say. */
    private boolean isLetIn(Case asked) throws Exception {
        var request = request(asked);
        var who = asked.who();
        request.setAttribute(Account.class.getName(), account(who));
        try (var _ = CurrentBrand.enter(tenants.find(who.tenant()).orElseThrow())) {
            var decision =
                    rules.getAuthorizationManager().authorize(() -> authentication(asked), request);
            if (decision != null && !decision.isGranted()) {
                return false;
            }
            ServletRequestPathUtils.parseAndCache(request);
            var handler = requestMappingHandlerMapping.getHandler(request);
            var response = new MockHttpServletResponse();
            for (var interceptor : handler.getInterceptorList()) {
                if (!interceptor.preHandle(request, response, handler.getHandler())) {
                    return false;
                }
            }
            return true;
        }
    }

    private MockHttpServletRequest request(Case asked) {
        var route = asked.route();
        var values = new LinkedHashMap<>(route.plain());
        route.ids()
                .forEach((name, thing) ->
                        values.put(
                                name,
                                switch (thing) {
                                    case DOCUMENT,
                                            UPLOAD,
                                            RECEIPT,
                                            CREDENTIAL,
                                            OPENING,
                                            DOMAIN,
                                            WEBHOOK,
                                            DELIVERY,
                                            ISSUER ->
                                            asked.document();
                                    case PERSON -> asked.other().id().toString();
                                }));
        var path = route.path(values).replaceAll("\\?.*", "");
        var method = route.method().equals("*") ? "GET" : route.method();
        var request = new MockHttpServletRequest(method, path);
        request.setContentType("application/json");
        request.addHeader("Accept", "*/*");
        return request;
    }

    private static Authentication authentication(Case asked) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + asked.who().role()));
        authorities.add(
                FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        if (asked.hasFactors()) {
            authorities.add(
                    FactorGrantedAuthority.fromAuthority(
                            FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
        }
        return UsernamePasswordAuthenticationToken.authenticated(asked.who(), null, authorities);
    }

    /** Whoever must have a second factor has one since they signed in. */
    private static Account account(Person who) {
        boolean hasFactor = who.role().isOfConsole() || who.role() == Role.ADMINISTRATOR;
        return new Account(who, "", Account.State.ACTIVE, hasFactor, false, Optional.empty());
    }
}
