package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Patience;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.web.OnApiHosts;

/**
 * Asks every route the server has, with the ids of somebody's things, as everybody else: whoever
 * may not ask is refused alike, and whoever may is answered as if there were no such thing.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final int SAMPLES = 40;

    /** Takes nothing but the session of whoever asks, who could ask for nothing more after it. */
    private static final String FAREWELL = "POST /sign-out";

    /** Gives a session to whoever proves who they are, and has no other answer. */
    private static final String WELCOME = "POST /sign-in";

    /** How far two medians may lie apart on a busy machine. */
    private static final double MILLIS_APART = 5;

    @LocalServerPort private int port;
    @Autowired private TenantSecrets secrets;
    @Autowired private People people;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Autowired private Denials denials;

    private JdbcClient owner;
    private Browserless victim;
    private final Map<Route.Thing, String> victims = new HashMap<>();
    private final Map<String, Asker> askers = new LinkedHashMap<>();

    /** A token is good for the whole session; asking for it each time would double the requests. */
    private final Map<Asker, String> tokens = new HashMap<>();

    /**
     * Somebody who asks.
     *
     * @param role absent for somebody who is not signed in, or not on this host
     */
    record Asker(String name, Browserless client, String host, Optional<Person.Role> role) {
        boolean isOnConsole() {
            return host.startsWith("admin");
        }

        boolean may(Route.Access access) {
            return switch (access) {
                case EVERYBODY -> true;
                case PEOPLE -> role.isPresent();
                case READERS -> role.filter(each -> !each.isOfConsole()).isPresent();
                case BRINGERS ->
                        role.filter(each ->
                                        each == Person.Role.MEMBER
                                                || each == Person.Role.ADMINISTRATOR)
                                .isPresent();
                case ADMINISTRATORS -> role.filter(Person.Role.ADMINISTRATOR::equals).isPresent();
                case IN_CHARGE -> role.filter(Person.Role::isInCharge).isPresent();
                case CONSOLE ->
                        isOnConsole() && role.filter(Person.Role.OPERATOR::equals).isPresent();
                case SUPPORT -> isOnConsole() && role.filter(Person.Role::isOfConsole).isPresent();
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void everybodyArrives() {
        owner = JdbcClient.create(owners);
        var email = "victim-" + UUID.randomUUID() + "@example.com";
        var person = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        victim = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        var taken = victim.post("/statements/sample", Map.of("kind", "proven"));
        var page = taken.headers().firstValue("Location").orElseThrow();
        var document = page.substring(page.lastIndexOf('/') + 1);
        victims.put(Route.Thing.DOCUMENT, document);
        victims.put(Route.Thing.PERSON, person.id().toString());
        victims.put(
                Route.Thing.UPLOAD,
                owner.sql("select upload_id from statements_document where id = :id")
                        .param("id", UUID.fromString(document))
                        .query(String.class)
                        .single());
        await(() -> victim.get("/statements/" + document + "/download.csv").statusCode() == 200);
        var doomed =
                Browserless.location(victim.post("/statements/sample", Map.of("kind", "proven")));
        var receipt = Browserless.location(victim.post(doomed + "/delete", Map.of()));
        victims.put(Route.Thing.RECEIPT, receipt.substring(receipt.lastIndexOf('/') + 1));
        await(() -> victim.get(receipt + "/receipt.jws").statusCode() == 200);
        victims.put(Route.Thing.CREDENTIAL, credential().toString());
        victims.put(Route.Thing.OPENING, opening(document, person));
        victims.put(Route.Thing.DOMAIN, domain());
        victims.put(Route.Thing.WEBHOOK, webhook());
        victims.put(Route.Thing.DELIVERY, delivery(victims.get(Route.Thing.WEBHOOK)));
        victims.put(Route.Thing.ISSUER, issuer());
        for (var role : Person.Role.values()) {
            for (var host : hostsOf(role)) {
                var name = role + " on " + host;
                askers.put(name, new Asker(name, somebody(host, role), host, Optional.of(role)));
            }
        }
        stranger("nobody on app.localhost", "app.localhost");
        stranger("nobody on acme.localhost", "acme.localhost");
        stranger("nobody on admin.localhost", "admin.localhost");
        var carried = new Browserless(port, "acme.localhost");
        carried.carry(victim.cookies());
        askers.put(
                "a session of app on acme.localhost",
                new Asker(
                        "a session of app on acme.localhost",
                        carried,
                        "acme.localhost",
                        Optional.empty()));
    }

    /** A wish of support to see the document. */
    private String opening(String document, Person person) {
        var id = UUID.randomUUID().toString();
        owner.sql(
                        """
                        insert into errorstore_opening (tenant_id, id, document_id, person_id,
                            asked_by, sealed_reason, asked_at)
                        values ('spike', :id, :document, :person, 'somebody', :reason, now())
                        """)
                .param("id", UUID.fromString(id))
                .param("document", UUID.fromString(document))
                .param("person", person.id().value())
                .param("reason", secrets.seal(SPIKE, "errorstore_opening/" + id, "why"))
                .update();
        return id;
    }

    /** A host of its own that DNS has yet to prove. */
    private String domain() {
        var host = "victim-" + UUID.randomUUID() + ".example";
        owner.sql(
                        """
                        insert into domain_claim (tenant_id, host, token, claimed_by, claimed_at)
                        values ('spike', :host, 'token', 'somebody', now())
                        """)
                .param("host", host)
                .update();
        return host;
    }

    /** An endpoint to which nothing is sent. */
    private String webhook() {
        var id = UUID.randomUUID().toString();
        var url = secrets.seal(SPIKE, "webhooks_endpoint/" + id + "/url", "https://x.example/");
        owner.sql(
                        """
                        insert into webhooks_endpoint (tenant_id, id, name, sealed_url, events,
                            sealed_secret, state, created_by, created_at)
                        values ('spike', :id, 'till', :url, 'document.done', :url, 'PAUSED',
                            'victim', now())
                        """)
                .param("id", UUID.fromString(id))
                .param("url", url)
                .update();
        return id;
    }

    /** It stands on the sign-in page of the tenant, which other tests look at. */
    @AfterAll
    void theProviderIsTakenAway() {
        owner.sql("delete from issuers_issuer where id = :id")
                .param("id", UUID.fromString(victims.get(Route.Thing.ISSUER)))
                .update();
    }

    /** A provider that nobody comes from. */
    private String issuer() {
        var id = UUID.randomUUID().toString();
        owner.sql(
                        """
                        insert into issuers_issuer (tenant_id, id, name, url, client_id,
                            sealed_secret, domains, trusts_factor, created_by, created_at)
                        values ('spike', :id, 'directory', :url, 'portal', :secret,
                            'example.com', false, 'victim', now())
                        """)
                .param("id", UUID.fromString(id))
                .param("url", "https://" + id + ".example/")
                .param("secret", secrets.seal(SPIKE, "issuers_issuer/" + id, "secret"))
                .update();
        return id;
    }

    private String delivery(String endpoint) {
        return owner.sql(
                        """
                        insert into webhooks_delivery (tenant_id, id, endpoint_id, event,
                            happened_at, state, next_at)
                        values ('spike', gen_random_uuid(), :endpoint, 'webhook.test', now(),
                            'FAILED', now())
                        returning id
                        """)
                .param("endpoint", UUID.fromString(endpoint))
                .query(String.class)
                .single();
    }

    private static List<String> hostsOf(Person.Role role) {
        return switch (role) {
            case OPERATOR, SUPPORT -> List.of("admin.localhost");
            case ADMINISTRATOR, MEMBER, VIEWER -> List.of("app.localhost", "acme.localhost");
        };
    }

    private Browserless somebody(String host, Person.Role role) {
        var tenant =
                switch (host) {
                    case "app.localhost" -> SPIKE;
                    case "acme.localhost" -> new TenantId("acme");
                    default -> new TenantId("admin");
                };
        var email = "asker-" + UUID.randomUUID() + "@example.com";
        people.add(tenant, email, PortalTest.PASSWORD, role);
        return new Browserless(port, host).signIn(email, PortalTest.PASSWORD);
    }

    private void stranger(String name, String host) {
        askers.put(name, new Asker(name, new Browserless(port, host), host, Optional.empty()));
    }

    static Stream<Route> routes() {
        return Matrix.ROUTES.stream();
    }

    @Test
    @DisplayName("AUZ-01 TEN-01 holds every route of the server in the matrix, and no other")
    void holdsEveryRoute() {
        var served = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().isAnnotationPresent(OnApiHosts.class)) {
                        return;
                    }
                    var methods = info.getMethodsCondition().getMethods();
                    for (var pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            served.add("* " + pattern);
                        }
                        methods.forEach(method -> served.add(method + " " + pattern));
                    }
                });

        assertThat(served.removeAll(List.of(FAREWELL, WELCOME))).isTrue();
        assertThat(new TreeSet<>(Matrix.ROUTES.stream().map(Route::key).toList()))
                .isEqualTo(served);
    }

    @ParameterizedTest(name = "TEN-01 knows what each variable of {0} names")
    @MethodSource("routes")
    void knowsWhatEachVariableNames(Route route) {
        assertThat(Stream.concat(route.ids().keySet().stream(), route.plain().keySet().stream()))
                .containsAll(route.variables());
    }

    @ParameterizedTest(name = "AUZ-01 AUZ-02 TEN-03 answers {0} to those who may ask alone")
    @MethodSource("routes")
    void answersThoseWhoMayAsk(Route route) {
        for (var asker : askers.values()) {
            int denied = denials.count();
            var answer = ask(asker, route, _ -> UUID.randomUUID().toString());
            var place = route + " as " + asker;
            if (asker.may(route.access())) {
                assertThat(answer.isSentToSignIn()).as(place).isFalse();
                assertThat(answer.status()).as(place).isNotIn(401, 403).isLessThan(500);
                assertThat(denials.count()).as(place).isEqualTo(denied);
            } else if (asker.role().isEmpty()) {
                assertThat(answer.isSentToSignIn()).as(place).isTrue();
            } else {
                assertThat(answer.status()).as(place).isEqualTo(404);
                boolean isElsewhere = route.access().isOfConsole() && !asker.isOnConsole();
                assertThat(denials.count()).as(place).isEqualTo(isElsewhere ? denied : denied + 1);
            }
        }
    }

    static Stream<Route> routesOfConsole() {
        return routes().filter(route -> route.access().isOfConsole());
    }

    @ParameterizedTest(name = "AUZ-01 has {0} on the console alone")
    @MethodSource("routesOfConsole")
    void hasTheConsolesRoutesThereAlone(Route route) {
        var handlers =
                requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(each -> each.getKey().getPatternValues().contains(route.pattern()))
                        .map(each -> each.getValue().getBeanType());

        assertThat(handlers)
                .isNotEmpty()
                .allMatch(each -> each.isAnnotationPresent(ConsoleOnly.class));
    }

    @ParameterizedTest(
            name = "TEN-01 TEN-02 tells nobody at {0} of another''s thing, and notes who asked")
    @MethodSource("routes")
    void tellsNobodyOfAnothersThing(Route route) {
        if (route.ids().isEmpty()) {
            return;
        }
        var before = everything();
        for (var asker : askers.values()) {
            if (isInCharge(asker, route)) {
                continue;
            }
            int told = refusals();
            var theirs = ask(asker, route, victims::get);
            boolean isRefused = theirs.status() == 403 || theirs.status() == 404;
            assertThat(refusals() - told)
                    .as("lines of the trail about " + route + " as " + asker)
                    .isEqualTo(isRefused && asker.role().isPresent() ? 1 : 0);
            var nobodys = ask(asker, route, _ -> UUID.randomUUID().toString());
            assertThat(theirs).as(route + " as " + asker).isEqualTo(nobodys);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest(name = "AUZ-02 refuses {0} to members by every verb")
    @MethodSource("routes")
    void refusesByEveryVerb(Route route) {
        if (route.access() != Route.Access.IN_CHARGE
                && route.access() != Route.Access.ADMINISTRATORS) {
            return;
        }
        var before = everything();
        var asker = askers.get("MEMBER on app.localhost");
        var values = new LinkedHashMap<>(route.plain());
        route.ids().forEach((name, thing) -> values.put(name, victims.get(thing)));
        var token = tokens.computeIfAbsent(asker, each -> each.client().token());
        for (var method :
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
            var request =
                    asker.client()
                            .request(route.path(values))
                            .header("X-CSRF-TOKEN", token)
                            .header("X-HTTP-Method-Override", route.method())
                            .method(method, BodyPublishers.noBody());
            int denied = denials.count();
            assertThat(asker.client().send(request).statusCode())
                    .as(method + " " + route)
                    .isIn(404, 501);
            assertThat(denials.count() - denied)
                    .as(method + " " + route)
                    .isEqualTo(method.equals("TRACE") ? 0 : 1);
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** Whoever is in charge of the victim's own tenant may look after its people and keys. */
    private static boolean isInCharge(Asker asker, Route route) {
        boolean isOfTheTenant =
                route.ids().containsValue(Route.Thing.PERSON)
                        || route.ids().containsValue(Route.Thing.CREDENTIAL)
                        || route.ids().containsValue(Route.Thing.OPENING)
                        || route.ids().containsValue(Route.Thing.DOMAIN)
                        || route.ids().containsValue(Route.Thing.WEBHOOK)
                        || route.ids().containsValue(Route.Thing.ISSUER);
        return isOfTheTenant && asker.host().equals("app.localhost") && asker.may(route.access());
    }

    @ParameterizedTest(name = "TEN-01 shows the owner what {0} shows nobody else")
    @MethodSource("routes")
    void showsTheOwner(Route route) {
        var me = new Asker("owner", victim, "app.localhost", Optional.of(Person.Role.MEMBER));
        if (route.ids().isEmpty() || !route.method().equals("GET") || !me.may(route.access())) {
            return;
        }
        assertThat(ask(me, route, victims::get).status()).isEqualTo(200);
        assertThat(ask(me, route, _ -> UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("TEN-01 takes as long for another tenant's id as for one that nobody has")
    void takesAsLongForAnyId() {
        var asker = askers.get("MEMBER on acme.localhost").client();
        var theirs = "/statements/" + victims.get(Route.Thing.DOCUMENT);
        double apart = Double.MAX_VALUE;
        for (int round = 0; round < 3 && apart > MILLIS_APART; round++) {
            var foreign = new double[SAMPLES];
            var unknown = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                foreign[i] = millis(asker, theirs);
                unknown[i] = millis(asker, "/statements/" + UUID.randomUUID());
            }
            apart = Math.abs(median(foreign) - median(unknown));
        }

        assertThat(apart).isLessThan(MILLIS_APART);
    }

    @Test
    @DisplayName("TEN-05 takes no tenant from a header, a parameter or a field")
    void takesNoTenantFromTheRequest() {
        var asker = askers.get("MEMBER on acme.localhost").client();
        var path = "/statements/" + victims.get(Route.Thing.DOCUMENT);
        for (var name : List.of("X-Tenant-ID", "X-Tenant", "Tenant-Id", "X-Forwarded-Host")) {
            var answer = asker.send(asker.request(path).header(name, "spike").GET());
            assertThat(answer.statusCode()).as(name).isEqualTo(404);
        }
        for (var name : List.of("tenant", "tenantId", "tenant_id", "host")) {
            assertThat(asker.get(path + "?" + name + "=spike").statusCode()).isEqualTo(404);
        }
    }

    private Answer ask(
            Asker asker, Route route, java.util.function.Function<Route.Thing, String> ids) {
        var values = new LinkedHashMap<>(route.plain());
        var asked = new StringBuilder();
        route.ids()
                .forEach((name, thing) -> {
                    values.put(name, ids.apply(thing));
                    asked.append(values.get(name));
                });
        var path = route.path(values);
        var method = route.method().equals("*") ? "GET" : route.method();
        var response =
                method.equals("GET")
                        ? asker.client().get(path)
                        : asker.client()
                                .postWith(
                                        tokens.computeIfAbsent(
                                                asker, each -> each.client().token()),
                                        path,
                                        values.entrySet().stream()
                                                .map(field ->
                                                        field.getKey() + "=" + field.getValue())
                                                .collect(Collectors.joining("&")));
        return Answer.of(response, asked.isEmpty() ? "nothing asked" : asked.toString());
    }

    /** The victim's rows, as one number that any change changes. */
    private UUID credential() {
        var id = UUID.randomUUID();
        owner.sql(
                        """
                        insert into api_credential (tenant_id, id, kind, sealed_name, scopes,
                            secret_hash, most_at_once, created_by, created_at, expires_at)
                        values ('spike', :id, 'PAIR', :name, 'pdf',
                            sha256(gen_random_uuid()::text::bytea), 8, 'victim', now(),
                            now() + interval '1 day')
                        """)
                .param("id", id)
                .param("name", secrets.seal(SPIKE, "api_credential.name/" + id, "till"))
                .update();
        return id;
    }

    private String everything() {
        return owner.sql(
                        """
                        select md5(string_agg(line, '|' order by line)) from (
                            select d::text as line from statements_document d where id = :document
                            union all
                            select v::text from vault_document v where id =
                                (select vault_id from statements_document where id = :document)
                            union all
                            select p::text from identity_person p where id = :person
                            union all
                            select c::text from api_credential c where id = :credential
                            union all
                            select o::text from errorstore_opening o where id = :opening
                            union all
                            select c::text from domain_claim c where host = :domain
                            union all
                            select i::text from issuers_issuer i where id = :issuer
                            union all
                            select w::text from webhooks_endpoint w where id = :webhook
                            union all
                            select y::text from webhooks_delivery y where id = :delivery) rows
                        """)
                .param("document", UUID.fromString(victims.get(Route.Thing.DOCUMENT)))
                .param("person", UUID.fromString(victims.get(Route.Thing.PERSON)))
                .param("credential", UUID.fromString(victims.get(Route.Thing.CREDENTIAL)))
                .param("opening", UUID.fromString(victims.get(Route.Thing.OPENING)))
                .param("domain", victims.get(Route.Thing.DOMAIN))
                .param("issuer", UUID.fromString(victims.get(Route.Thing.ISSUER)))
                .param("webhook", UUID.fromString(victims.get(Route.Thing.WEBHOOK)))
                .param("delivery", UUID.fromString(victims.get(Route.Thing.DELIVERY)))
                .query(String.class)
                .single();
    }

    private int refusals() {
        return owner.sql("select count(*) from audit_event where action = 'access.refused'")
                .query(Integer.class)
                .single();
    }

    private static double millis(Browserless asker, String path) {
        long start = System.nanoTime();
        asker.get(path);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(Duration.ofSeconds(60), condition);
    }
}
