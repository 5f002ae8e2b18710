package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.statements.DocumentWatcher.Happening;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Receiver;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

@PortalTest
class WebhooksTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final UUID PROGRAM = UUID.randomUUID();
    private static final String NAME = "secret-name-of-a-file.pdf";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private ProgramDocuments documents;
    @Autowired private Announcements announcements;
    @Autowired private TenantDatabase database;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final List<String> made = new ArrayList<>();
    private Receiver receiver;
    private Chief chief;

    @BeforeEach
    void anAdministratorHasAServer() {
        receiver = new Receiver(Receiver.status(200));
        chief = new Chief(portal, port, "acme");
    }

    @AfterEach
    void theServerGoes() throws Exception {
        made.forEach(path -> chief.press(path, "delete"));
        receiver.close();
    }

    @Test
    void tellWhatBecomesOfADocumentAndNothingThatStandsInIt() throws Exception {
        var endpoint = endpoint("document.done", "document.deleted");
        var document = brought(sample());

        var done = awaitAbout(document);
        assertThat(done.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
        assertThat(done.text()).doesNotContain("secret-name");
        var told = json(done);
        assertThat(told.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(told.get("type").stringValue()).isEqualTo("document.done");
        assertThat(told.get("data").propertyNames())
                .containsExactly("document", "state", "address");
        assertThat(told.get("data").get("state").stringValue()).isEqualTo("done");
        assertThat(told.get("data").get("address").stringValue())
                .isEqualTo("https://api.localhost:" + port + "/v7/documents/" + document);
        assertThat(done.headers().get("webhook-signature"))
                .isEqualTo(signature(endpoint.secret(), done));
        chief.awaitRow(endpoint.path(), document.toString(), "Delivered", "Status 200");

        documents.delete(ACME, PROGRAM, document);
        var deleted = awaitAbout(document);
        assertThat(json(deleted).get("type").stringValue()).isEqualTo("document.deleted");
        assertThat(deleted.headers().get("webhook-id"))
                .isNotEqualTo(done.headers().get("webhook-id"));
    }

    @Test
    void tellOfFilesThatAreNoStatements() throws Exception {
        endpoint("document.failed");
        var document = brought(Samples.invoice().pdf());

        var failed = json(awaitAbout(document));
        assertThat(failed.get("type").stringValue()).isEqualTo("document.failed");
        assertThat(failed.get("data").get("state").stringValue()).isEqualTo("refused");
    }

    @Test
    void tryAgainByThemselvesWithTheSameIdAndANewTime() throws Exception {
        var endpoint = endpoint("document.done");
        receiver.behave(Receiver.status(500));
        chief.press(endpoint.path(), "test");
        var first = receiver.await();
        chief.awaitRow(endpoint.path(), "webhook.test", "Waits", "Status 500");
        receiver.behave(Receiver.status(204));

        var second = receiver.await();
        assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(time(second)).isAfter(time(first));
        assertThat(second.headers().get("webhook-signature"))
                .isEqualTo(signature(endpoint.secret(), second));
        chief.awaitRow(endpoint.path(), "webhook.test", "Delivered", "Status 204", "2");
    }

    @Test
    void sendAgainWhatAnAdministratorWantsSentAgain() throws Exception {
        var endpoint = endpoint("document.done");
        chief.press(endpoint.path(), "test");
        var first = receiver.await();
        chief.awaitRow(endpoint.path(), "webhook.test", "Delivered");
        var again = chief.page(endpoint.path()).select("tbody form").attr("action");

        assertThat(Browserless.location(chief.browser().post(again, Map.of())))
                .endsWith("notice=again");

        assertThat(receiver.await().headers().get("webhook-id"))
                .isEqualTo(first.headers().get("webhook-id"));
    }

    @Test
    void waitWhilePaused() throws Exception {
        var endpoint = endpoint("document.done");
        chief.press(endpoint.path(), "pause");
        chief.press(endpoint.path(), "test");
        chief.awaitRow(endpoint.path(), "webhook.test", "Waits");
        assertThat(receiver.waiting()).isZero();

        chief.press(endpoint.path(), "resume");
        assertThat(json(receiver.await()).get("type").stringValue()).isEqualTo("webhook.test");
    }

    @Test
    void forgetWhatWaitedWhenATenantTurnsThemOff() {
        var made = NewTenant.create(port, "hooks");
        var boss = new Chief(portal, port, made.id().value());
        var endpoint =
                boss.make("till", "http://127.0.0.1:" + receiver.port() + "/hook", "document.done")
                        .path();
        boss.press(endpoint, "pause");
        boss.press(endpoint, "test");
        boss.awaitRow(endpoint, "webhook.test", "Waits");

        offer(made.id(), "\nfeatures: {webhooks: false}\n");
        portal.getBean(Sender.class).send(made.id());
        offer(made.id(), "\nfeatures: {webhooks: true}\n");

        assertThat(boss.page(endpoint).text()).doesNotContain("webhook.test");
        boss.press(endpoint, "resume");
        boss.press(endpoint, "test");
        boss.awaitRow(endpoint, "webhook.test", "Delivered");
        assertThat(receiver.waiting()).as("the later alone").isOne();
    }

    private void offer(TenantId tenant, String features) {
        var versions = portal.getBean(TenantVersions.class);
        var plain = versions.find(tenant, 1).orElseThrow().files();
        versions.change(
                tenant,
                _ -> {
                    var files = new HashMap<>(plain);
                    files.merge("tenant.yml", features, String::concat);
                    return files;
                },
                "test",
                _ -> {});
        versions.refresh();
    }

    @Test
    void areSignedByBothSecretsForADay() throws Exception {
        var endpoint = endpoint("document.done");
        var page = Jsoup.parse(chief.press(endpoint.path(), "rotate").body());
        var next = page.select(".keys code").text();
        chief.press(endpoint.path(), "test");

        var request = receiver.await();
        assertThat(next).isNotEqualTo(endpoint.secret());
        assertThat(request.headers().get("webhook-signature"))
                .isEqualTo(signature(next, request) + " " + signature(endpoint.secret(), request));
        assertThat(chief.page(endpoint.path()).text()).doesNotContain("whsec_");
    }

    @Test
    void areSwitchedOffByAServerThatWantsNoMore() {
        var endpoint = endpoint("document.done");
        receiver.behave(Receiver.status(410));
        chief.press(endpoint.path(), "test");

        var mail = MailServer.await(chief.email(), "A webhook of");
        assertThat(mail).contains("till", endpoint.path());
        assertThat(chief.page(endpoint.path()).select(".facts").text()).contains("Switched off");
    }

    @Test
    void areSwitchedOffWhenNothingGotThereForDays() throws Exception {
        var endpoint = endpoint("document.done");
        receiver.behave(Receiver.status(503));
        chief.press(endpoint.path(), "test");
        receiver.await();
        chief.awaitRow(endpoint.path(), "Status 503");
        assertThat(chief.page(endpoint.path()).select(".facts").text()).contains("Active");
        JdbcClient.create(owners)
                .sql(
                        """
                        update webhooks_endpoint set failing_since = now() - interval '4 days'
                        where id = :id
                        """)
                .param("id", UUID.fromString(endpoint.path().replace("/webhooks/", "")))
                .update();
        chief.press(endpoint.path(), "test");

        MailServer.await(chief.email(), "A webhook of");
        assertThat(chief.page(endpoint.path()).select(".facts").text()).contains("Switched off");
        chief.press(endpoint.path(), "resume");
        assertThat(chief.page(endpoint.path()).select(".facts").text()).contains("Active");
    }

    @Test
    void takeNoCertificateThatNobodyVouchesFor() {
        var endpoint = chief.make("till", "https://127.0.0.1:" + port + "/", "document.done");
        made.add(endpoint.path());
        chief.press(endpoint.path(), "test");

        chief.awaitRow(endpoint.path(), "webhook.test", "Its certificate is not trusted");
    }

    @Test
    void areWrittenWithWhatHappenedOrNotAtAll() {
        var endpoint = endpoint("document.done");
        var document = UUID.randomUUID();
        try {
            database.run(
                    ACME,
                    () -> {
                        announcements.happened(ACME, List.of(document), Happening.DONE);
                        throw new IllegalStateException("undone");
                    });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }

        assertThat(chief.page(endpoint.path()).text()).doesNotContain(document.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://user:x@hooks.example.com/",
                "https://hooks.example.com:22/",
                "ftp://127.0.0.1/"
            })
    void goNowhereElse(String url) {
        var refused = chief.tryToMake("till", url, "document.done");
        assertThat(Browserless.refusal(refused)).startsWith("Give it a name");
        assertThat(Browserless.typed(refused, "#name, #url, [name=events][checked]"))
                .as("what was typed stays")
                .containsExactly("till", url, "document.done");
    }

    @Test
    void needANameAndSomethingToTell() {
        var url = "https://hooks.example.com/";
        assertThat(Browserless.refusal(chief.tryToMake("", url, "document.done")))
                .startsWith("Give it a name");
        assertThat(Browserless.refusal(chief.tryToMake("till", url))).startsWith("Give it a name");
        assertThat(Browserless.refusal(chief.tryToMake("till", url, "webhook.test")))
                .startsWith("Give it a name");
    }

    @Test
    void areMadeByNobodyWhoWroteALink() {
        var page =
                new Chief(portal, port, "acme")
                        .page("/webhooks?name=till&url=https://evil.example/");

        assertThat(page.select("#name, #url")).extracting(Element::val).containsExactly("", "");
    }

    @Test
    void areNoMoreThanTen() {
        var other = new Chief(portal, port, "acme");
        int had = other.page("/webhooks").select("tbody tr").size();
        for (int i = had; i < NamedWebhook.MOST; i++) {
            endpoint("document.done");
        }

        assertThat(
                        Browserless.refusal(
                                chief.tryToMake("till", "https://x.example/", "document.done")))
                .startsWith("There are ten already");
    }

    private UUID brought(byte[] pdf) throws IOException {
        var waiting = documents.prepare(ACME, PROGRAM, NAME, pdf);
        assertThat(documents.take(waiting, () -> true, () -> {})).isTrue();
        return waiting.id();
    }

    private Chief.Made endpoint(String... events) {
        var url = "http://127.0.0.1:" + receiver.port() + "/hook?a=b";
        var endpoint = chief.make("till", url, events);
        made.add(endpoint.path());
        return endpoint;
    }

    private static byte[] sample() {
        return Samples.statement(Layout.ABSA, Wish.usual(280)).pdf();
    }

    /** Other programs of the tenant bring documents too. */
    private Receiver.Request awaitAbout(UUID document) throws InterruptedException {
        while (true) {
            var request = receiver.await();
            if (request.text().contains(document.toString())) {
                return request;
            }
        }
    }

    private static String signature(String secret, Receiver.Request request) {
        return Signing.signatures(
                List.of(secret),
                request.headers().get("webhook-id"),
                time(request),
                request.body());
    }

    private static Instant time(Receiver.Request request) {
        return Instant.ofEpochSecond(Long.parseLong(request.headers().get("webhook-timestamp")));
    }

    private static JsonNode json(Receiver.Request request) {
        return JsonMapper.shared().readTree(request.body());
    }
}
