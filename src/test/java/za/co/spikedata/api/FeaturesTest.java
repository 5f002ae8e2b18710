package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.identity.People;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.OpenIdProvider;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Receiver;
import za.co.spikedata.tenancy.TenantVersions;

/** What an administrator turns off is gone from the portal and for programs, and comes back. */
@PortalTest
class FeaturesTest {
    private static final String FORM =
            "name=Some+Lenders&fromName=Lenders&supportEmail=help%40example.com";
    private static final String AUDIENCE = "https://features.example/statements";
    private static final byte[] PDF = Samples.statement(Layout.FNB, Wish.usual(4)).pdf();
    private static final List<String> PAGES =
            List.of(
                    "/api-keys",
                    "/api-usage",
                    "/api-usage/export.csv",
                    "/developers",
                    "/webhooks",
                    "/issuers",
                    "/verify");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private People people;
    @Autowired private TenantVersions versions;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private NewTenant tenant;
    private Browserless administrator;
    private int before;

    @BeforeEach
    void aTenantOffersEverything() {
        tenant = NewTenant.create(port, "feat");
        administrator = tenant.administrator(people, port);
        before = versions.served(tenant.id());
    }

    @Test
    @DisplayName("what is turned off has no page, link or route, and is back when it is turned on")
    void goesWithItsPagesAndLinks() {
        var statement = read();
        assertThat(statuses()).containsOnly(200);
        assertThat(links(statement)).contains("/verify", "/developers", "/api-keys", "/issuers");
        assertThat(administrator.page(statement).select("#problem form")).hasSize(1);

        without(
                "api",
                "webhooks",
                "sign-in-providers",
                "problem-reports",
                "bookkeeping-files",
                "verification");

        assertThat(statuses()).containsOnly(404);
        assertThat(new Browserless(port, tenant.host()).get("/developers").statusCode())
                .isEqualTo(404);
        assertThat(links(statement)).doesNotContainAnyElementsOf(PAGES);
        assertThat(administrator.page(statement).select("#problem")).isEmpty();
        var report = Map.of("note", "wrong", "consent", "true");
        assertThat(administrator.post(statement + "/problem", report).statusCode()).isEqualTo(404);

        administrator.post("/settings/versions/%d/apply".formatted(before), Map.of());
        assertThat(statuses()).containsOnly(200);
    }

    @Test
    void keepsOfFilesThoseThatAreForNoBookkeepingProgram() {
        var statement = read();
        var pair = new Holder(portal, tenant.id().value()).pair();
        var documents = Documents.of(new Program(port).with(pair.secret()));
        var brought = documents.ended(PDF);
        var books = documents.with("Accept", "application/x-ofx");
        assertThat(books.get(brought + "/result").statusCode()).isEqualTo(200);

        without("bookkeeping-files");

        for (var file : List.of("ofx", "xml", "csv?layout=xero", "csv?layout=sage")) {
            assertThat(administrator.get(statement + "/download." + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
        for (var file : List.of("xlsx", "csv", "csv?layout=debit2", "json")) {
            assertThat(administrator.get(statement + "/download." + file).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        var shown = administrator.page(statement).select("a[href*=/download.]").eachAttr("href");
        assertThat(shown).hasSize(4).noneMatch(link -> link.matches(".*(ofx|xml|xero|sage).*"));
        assertThat(books.get(brought + "/result").statusCode()).isEqualTo(406);
        assertThat(documents.with("Accept", "text/csv").get(brought + "/result").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("programs of a tenant without the API are told that they are not let in")
    void letsNoProgramInWithoutTheApi() {
        var pair = new Holder(portal, tenant.id().value()).pair();
        var program = new Program(port).with(pair.secret());
        var documents = Documents.of(program);
        assertThat(code(program)).isNotEqualTo(Code.AUTHORIZATION.wire());
        assertThat(documents.get(Documents.ALL).statusCode()).isEqualTo(200);

        without("api");

        assertThat(code(program)).isEqualTo(Code.AUTHORIZATION.wire());
        var refused = documents.get(Documents.ALL);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Documents.json(refused).get("type").stringValue())
                .isEqualTo("urn:problem-type:unauthorized");
        assertThat(administrator.get("/webhooks").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/issuers").statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodyInByAProviderWithoutThem() {
        try (var provider = new OpenIdProvider()) {
            var made =
                    administrator.post(
                            "/issuers",
                            Map.of(
                                    "name",
                                    "Directory",
                                    "url",
                                    provider.url(),
                                    "client",
                                    OpenIdProvider.CLIENT,
                                    "secret",
                                    OpenIdProvider.SECRET,
                                    "domains",
                                    "example.com",
                                    "audience",
                                    AUDIENCE));
            assertThat(Browserless.location(made)).endsWith("notice=made");
            var door = "a[href^=/sign-in/with/]";
            var stranger = new Browserless(port, tenant.host());
            var path = stranger.page("/sign-in").select(door).attr("href");
            assertThat(stranger.get(path).statusCode()).isEqualTo(302);
            assertThat(byProvider(provider)).isEqualTo(200);

            without("sign-in-providers");

            assertThat(stranger.page("/sign-in").select(door)).isEmpty();
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(byProvider(provider)).isEqualTo(401);
        }
    }

    @Test
    void tellsNoServerWithoutWebhooks() throws Exception {
        try (var server = new Receiver(Receiver.status(200))) {
            var form = "name=till&events=document.done&url=http://127.0.0.1:%d/hook";
            administrator.postWith(
                    administrator.token(), "/webhooks", form.formatted(server.port()));
            var endpoint =
                    administrator
                            .page("/webhooks")
                            .select("tbody a[href^=/webhooks/]")
                            .attr("href");
            without("webhooks");
            read();
            assertThat(deliveries()).isZero();
            assertThat(administrator.post(endpoint + "/test", Map.of()).statusCode())
                    .isEqualTo(404);

            without();

            administrator.post(endpoint + "/test", Map.of());
            assertThat(server.await().text()).contains("webhook.test");
        }
    }

    private String read() {
        var upload = new UploadForm(administrator).file("march.pdf", PDF).sendAndFollow();
        var page = administrator.page(upload).select("a.file-name").attr("href");
        var statement = page.isEmpty() ? upload : page;
        UploadForm.await(() -> administrator.get(statement + "/download.json").statusCode() == 200);
        return statement;
    }

    private void without(String... features) {
        var form = new StringBuilder(FORM);
        List.of(features).forEach(each -> form.append("&without=").append(each));
        var kept =
                Browserless.location(
                        administrator.postWith(
                                administrator.token(), "/settings", form.toString()));
        administrator.post(kept + "/apply", Map.of());
        assertThat(
                        administrator
                                .page("/settings")
                                .select("[name=without][checked]")
                                .eachAttr("value"))
                .containsExactly(features);
    }

    private List<Integer> statuses() {
        return PAGES.stream().map(page -> administrator.get(page).statusCode()).toList();
    }

    private List<String> links(String statement) {
        return List.of(statement, "/people", "/settings", "/statements").stream()
                .flatMap(page ->
                        administrator.page(page).select("a[href]").eachAttr("href").stream())
                .distinct()
                .toList();
    }

    private static String code(Program program) {
        return program.envelope("/pdf2test", Program.body(PDF)).get("code").stringValue();
    }

    private int byProvider(OpenIdProvider provider) {
        long now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", provider.url());
        claims.put("aud", AUDIENCE);
        claims.put("sub", "till-7");
        claims.put("tenant", tenant.id().value());
        claims.put("scope", "pdf csv");
        claims.put("iat", now);
        claims.put("exp", now + 600);
        return new Program(port)
                .bearing(provider.sign(claims))
                .send(
                        "api.localhost",
                        "GET",
                        "/v7/documents?limit=1",
                        HttpRequest.BodyPublishers.noBody())
                .statusCode();
    }

    private long deliveries() {
        return JdbcClient.create(owners)
                .sql("select count(*) from webhooks_delivery where tenant_id = :tenant")
                .param("tenant", tenant.id().value())
                .query(Long.class)
                .single();
    }
}
