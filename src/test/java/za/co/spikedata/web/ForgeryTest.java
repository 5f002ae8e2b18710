package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class ForgeryTest {
    private static final List<Integer> ANSWERS_OF_PAGES = List.of(200, 302, 403, 404);
    private static final List<Integer> REFUSALS = List.of(403, 404, 405);

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort private int port;
    @Autowired private RequestMappingHandlerMapping mappings;
    @Autowired @FlywayDataSource private DataSource owner;

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
        paths.add("/sign-in");
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
    @DisplayName(
            "CSR-01 no token, an empty one, another's, another tenant's, one from before signing in")
    void refusesEveryWrongToken() {
        var person = new Browserless(port, "app.localhost");
        var before = person.token();
        person.signIn();
        var state = state();
        var wrong =
                List.of(
                        "",
                        "_csrf=",
                        "_csrf=" + encode(before),
                        "_csrf=" + encode(new Browserless(port, "app.localhost").signIn().token()),
                        "_csrf="
                                + encode(new Browserless(port, "acme.localhost").signIn().token()));

        assertThat(changing()).hasSizeGreaterThan(4);
        for (var path : changing()) {
            for (var form : wrong) {
                assertThat(post(person, path, form).statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
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

    private static HttpResponse<String> post(Browserless person, String path, String form) {
        return person.send(
                person.request(path)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How much the tables hold that people's requests change. */
    private String state() {
        return JdbcClient.create(owner)
                .sql(
                        """
                        select (select count(*) from statements_document) || ' '
                            || (select md5(coalesce(string_agg(p::text, ',' order by id), '')) from identity_person p)
                        """)
                .query(String.class)
                .single();
    }
}
