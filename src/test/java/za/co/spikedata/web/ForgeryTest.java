package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class ForgeryTest {
    private static final List<Integer> ANSWERS_OF_PAGES = List.of(200, 302, 403, 404);
    private static final List<Integer> REFUSALS = List.of(403, 404, 405);

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort private int port;
    @Autowired private RequestMappingHandlerMapping mappings;
    @Autowired private People people;
    @Autowired @FlywayDataSource private DataSource owner;

    /** Whoever writes this much has used up what one account may; each wrong token has its own. */
    private record Somebody(String email, Browserless browser) {
        String token() {
            return browser.token();
        }

        void signIn() {
            browser.signIn(email, PortalTest.PASSWORD);
        }
    }

    private Somebody somebody() {
        var email = "forged-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("spike"), email, PortalTest.PASSWORD, Person.Role.MEMBER);
        return new Somebody(email, new Browserless(port, "app.localhost"));
    }

    /** Every route that changes something, from the server's own list. */
    private List<String> changing() {
        var paths = new ArrayList<String>();
        mappings.getHandlerMethods()
                .forEach((info, _) -> {
                    var methods = info.getMethodsCondition().getMethods();
                    if (methods.stream().anyMatch(each -> each != RequestMethod.GET)) {
                        info.getPathPatternsCondition().getPatternValues().stream()
                                .map(each ->
                                        each.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                                .forEach(paths::add);
                    }
                });
        return paths.stream().distinct().toList();
    }

    /** The address also has a page to read, for whoever may. */
    private boolean isPage(String path) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
                .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }

    @Test
    @DisplayName("CSR-01 no token, an empty, another's, another tenant's, an older one")
    void refusesEveryWrongToken() {
        var persons = Stream.generate(this::somebody).limit(5).toList();
        var before = persons.getLast().token();
        persons.forEach(Somebody::signIn);
        var wrong =
                List.of(
                        "",
                        "_csrf=",
                        "_csrf=" + encode(new Browserless(port, "app.localhost").signIn().token()),
                        "_csrf=" + encode(new Browserless(port, "acme.localhost").signIn().token()),
                        "_csrf=" + encode(before));

        var state = state();

        assertThat(changing()).hasSizeGreaterThan(4);
        for (int i = 0; i < wrong.size(); i++) {
            for (var path : changing()) {
                assertThat(post(persons.get(i).browser(), path, wrong.get(i)).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(persons.get(i).browser().get("/statements").statusCode()).isEqualTo(200);
        }
        assertThat(state()).isEqualTo(state);
    }

    @ParameterizedTest
    @DisplayName("CSR-02 CSR-05 a right token sent from another site, to sign in as well")
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, https://acme.localhost",
        "Origin, http://app.localhost",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesOtherSites(String header, String value) {
        var person = new Browserless(port, "app.localhost").signIn();
        var state = state();

        for (var path : changing()) {
            var response =
                    person.send(
                            person.request(path)
                                    .header("Content-Type", FORM)
                                    .header(header, value)
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "_csrf=" + encode(person.token()))));
            assertThat(response.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    @DisplayName("CSR-02 a right token sent from the same page is taken")
    void takesItsOwnForms() {
        var person = new Browserless(port, "app.localhost").signIn();
        var response =
                person.send(
                        person.request("/sign-out")
                                .header("Content-Type", FORM)
                                .header("Origin", "https://app.localhost:" + port)
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString("_csrf=" + encode(person.token()))));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(person.get("/statements").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("CSR-03 CSR-05 reading methods change nothing, whatever they pretend to be")
    void changesNothingByReading() {
        var person = new Browserless(port, "app.localhost").signIn();
        var state = state();

        for (var path : changing()) {
            for (var method : List.of("GET", "HEAD")) {
                for (var query : List.of("", "?_method=POST", "?_method=DELETE")) {
                    var response =
                            person.send(
                                    person.request(path + query)
                                            .header("X-HTTP-Method-Override", "POST")
                                            .method(method, BodyPublishers.noBody()));
                    assertThat(response.statusCode())
                            .as(method + " " + path + query)
                            .isIn(isPage(path) ? ANSWERS_OF_PAGES : REFUSALS);
                }
            }
        }
        assertThat(person.get("/sign-out").statusCode()).isEqualTo(405);
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    @DisplayName(
            "CSR-06 the token is masked anew in every page and is another one after signing in")
    void masksTheToken() {
        var person = new Browserless(port, "app.localhost");
        var before = person.token();
        person.signIn();

        assertThat(Stream.generate(person::token).limit(5).distinct()).hasSize(5);
        assertThat(post(person, "/sign-out", "_csrf=" + encode(before)).statusCode())
                .isEqualTo(403);
        assertThat(post(person, "/sign-out", "_csrf=" + encode(person.token())).statusCode())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("CSR-04 what is not said to be JSON is not read as JSON, even with a right token")
    void takesJsonForNothingElse() {
        var person = new Browserless(port, "app.localhost").signIn();
        var state = state();
        var routes =
                mappings.getHandlerMethods().keySet().stream()
                        .filter(info ->
                                info.getConsumesCondition()
                                        .getConsumableMediaTypes()
                                        .contains(MediaType.APPLICATION_JSON))
                        .flatMap(
                                info -> info.getPathPatternsCondition().getPatternValues().stream())
                        .toList();

        assertThat(routes).hasSizeGreaterThanOrEqualTo(4);
        assertThat(takingBodies()).as("none takes just anything").isEqualTo(Set.copyOf(routes));
        for (var path : routes) {
            for (var type : List.of("text/plain", FORM, "multipart/form-data; boundary=x", "")) {
                var request = person.request(path).header("X-CSRF-TOKEN", person.token());
                if (!type.isEmpty()) {
                    request.header("Content-Type", type);
                }
                var answer = person.send(request.POST(BodyPublishers.ofString("{}")));
                assertThat(answer.statusCode()).as(path + " " + type).isEqualTo(415);
            }
        }
        assertThat(state()).isEqualTo(state);
    }

    @Test
    @DisplayName(
            "CSR-03 CSR-04 pages take forms alone, and fields that are left out change nothing")
    void takesNothingButForms() {
        var person = new Browserless(port, "app.localhost").signIn();
        person.post("/profile/name", Map.of("name", "Thandi"));
        var state = state();

        for (var type : List.of("application/json", "text/plain", "text/plain; charset=x", "")) {
            for (var path : List.of("/profile/name?name=x", "/profile/language", "/reset")) {
                var request = person.request(path).header("X-CSRF-TOKEN", person.token());
                if (!type.isEmpty()) {
                    request.header("Content-Type", type);
                }
                var answer = person.send(request.POST(BodyPublishers.ofString("{\"name\":\"x\"}")));
                assertThat(answer.statusCode()).as(path + " " + type).isEqualTo(415);
            }
        }
        var without = post(person, "/profile/name", "_csrf=" + encode(person.token()));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(person.page("/profile").select("#name").attr("value")).isEqualTo("Thandi");
        assertThat(state()).isEqualTo(state);
    }

    /**
     * Routes of people that read a body by themselves, as JSON routes that are not for reading do.
     * Hosts of programs know no cookies.
     */
    private Set<String> takingBodies() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(route ->
                        !route.getValue().getBeanType().isAnnotationPresent(OnApiHosts.class))
                .filter(route ->
                        Arrays.stream(route.getValue().getMethodParameters())
                                        .anyMatch(each ->
                                                each.hasParameterAnnotation(RequestBody.class))
                                || route.getValue().getBeanType().getSimpleName().endsWith("Api")
                                        && !route.getKey()
                                                .getMethodsCondition()
                                                .getMethods()
                                                .equals(Set.of(RequestMethod.GET)))
                .flatMap(route ->
                        route.getKey().getPathPatternsCondition().getPatternValues().stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @DisplayName(
            "CSR-07 a token for programs opens no page and makes no session, nor do cookies help")
    @ValueSource(strings = {"Bearer x", "Bearer ", "Basic YTpi", "x"})
    void treatsTokensAsProgramsDo(String authorization) {
        var person = new Browserless(port, "app.localhost").signIn();
        for (var who : List.of(new Browserless(port, "app.localhost"), person)) {
            for (var path : List.of("/", "/statements", "/sign-in", "/reset", "/nowhere")) {
                var answer =
                        who.send(who.request(path).header("Authorization", authorization).GET());
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            }
        }
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(Browserless person, String path, String form) {
        return person.send(
                person.request(path)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What the tables hold that people's requests change. Keys of documents are left out: jobs of
     * other tests change them meanwhile, and no request does without a row of a statement. So are
     * operators who act for a tenant: a job ends those whose minutes are over. Mail of other tests
     * may be on its way; what counts is that no new one was written, and that nobody had one tried
     * or given up.
     */
    private String state() {
        var jdbc = JdbcClient.create(owner);
        var tables =
                jdbc.sql(
                                """
                                select tablename from pg_tables where schemaname = 'public'
                                    and tablename ~ '^(statements|identity|vault|mail)_'
                                    and tablename not in ('identity_try', 'identity_acting',
                                        'vault_document', 'mail_letter', 'mail_dispatch')
                                order by tablename
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables).contains("statements_document", "identity_person");
        return tables.stream()
                .map(table -> table + " " + rows(jdbc, table))
                .collect(
                        Collectors.joining(
                                "\n", newestMail(jdbc) + "\n" + wishesAboutMail(jdbc) + "\n", ""));
    }

    /** Jobs write none of these lines, whatever they do with a mail. */
    private static String wishesAboutMail(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select count(*) from audit_event
                        where action in ('mail.tried', 'mail.given-up')
                        """)
                .query(String.class)
                .single();
    }

    /** Each letter is written with its line of the log, which stays when the letter is gone. */
    private static String newestMail(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select kind || ' ' || written_at || ' ' || id from mail_dispatch
                        order by written_at desc, id limit 1
                        """)
                .query(String.class)
                .optional()
                .orElse("no mail");
    }

    private static String rows(JdbcClient jdbc, String table) {
        return jdbc.sql(
                        """
                        select count(*) || ' '
                            || md5(coalesce(string_agg(t::text, ',' order by t::text), ''))
                        from %s t
                        """
                                .formatted(table))
                .query(String.class)
                .single();
    }
}
