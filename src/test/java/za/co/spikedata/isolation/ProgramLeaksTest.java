package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Receiver;
import za.co.spikedata.tenancy.Tenants;

/** What a partner's programs, its servers and whoever connects to it are told. */
@PortalTest
class ProgramLeaksTest {
    /** Whom an answer blames, a word of the contract. */
    private static final String OF_CONTRACT = "(?s).*: spike in .*\"blame\" ?: ?\"SPIKE\".*";

    private static final List<String> RESULTS =
            List.of(
                    "application/json",
                    "text/csv",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/x-ofx",
                    "application/xml");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Tenants tenants;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .sslContext(AnyCertificate.context())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    private Harbour harbour;
    private Browserless chief;

    @BeforeEach
    void createOne() {
        harbour = Harbour.create(port, tenants);
        chief = harbour.somebody(people, Person.Role.ADMINISTRATOR);
    }

    @Test
    @DisplayName("TEN-09 no answer, error or header of any address of programs tells of others")
    void answersTellNothing() {
        var found = new ArrayList<String>();
        var token = token();
        for (var credential : List.of("", token)) {
            for (var host : List.of("api.localhost", "api-v6.localhost")) {
                Stream.of(
                                Matrix.OF_PROGRAMS,
                                Matrix.FOR_ANYBODY,
                                List.of("GET /", "PUT /v7/documents", "GET /nothing-here"))
                        .flatMap(List::stream)
                        .forEach(route -> {
                            var method = route.split(" ")[0];
                            var path = route.split(" ")[1];
                            path = path.replace("{id}", UUID.randomUUID().toString());
                            var answer = ask(host, credential, method, path, "{}".getBytes());
                            found.addAll(told(host + " " + route, answer));
                        });
            }
        }
        found.addAll(ofADocument(token));

        assertThat(found.stream().distinct().filter(each -> !each.matches(OF_CONTRACT))).isEmpty();
    }

    @Test
    @DisplayName("TEN-09 no webhook tells of others, in its line, headers or body")
    void webhooksTellNothing() throws IOException, InterruptedException {
        try (var receiver = new Receiver(Receiver.status(200))) {
            var url = "http://127.0.0.1:" + receiver.port() + "/hook";
            var page =
                    Jsoup.parse(
                            chief.post(
                                            "/webhooks",
                                            Map.of(
                                                    "name",
                                                    "till",
                                                    "url",
                                                    url,
                                                    "events",
                                                    "document.done"))
                                    .body());
            chief.post(page.select("a.button.primary").attr("href") + "/test", Map.of());

            assertThat(told(receiver.await())).isEmpty();
        }
    }

    @Test
    @DisplayName("TEN-09 the certificate of a tenant's host names that host alone")
    void certificatesTellNothing() throws IOException, CertificateParsingException {
        var shown = shown(harbour.tenant().host());

        assertThat(names(shown)).contains(harbour.tenant().host());
        assertThat(harbour.leaks().in("certificate", names(shown))).isEmpty();
        assertThat(harbour.leaks().in("certificate", names(shown("acme.localhost"))))
                .anyMatch(each -> each.startsWith("certificate: acme"));
    }

    @Test
    @DisplayName("what is planted in a problem, a webhook or an export is found")
    void findsWhatIsPlanted() {
        var webhook =
                new Receiver.Request(
                        "POST /hook HTTP/1.1", Map.of("user-agent", "Acme/1.0"), new byte[0]);
        assertThat(told(webhook)).anyMatch(each -> each.startsWith("webhook headers: acme"));
        var problem = "{\"type\":\"https://app.localhost/problems/x\"}";
        assertThat(harbour.leaks().in("problem", problem.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(each -> each.startsWith("problem: app.localhost"));
        for (var export : List.of("<ORG>Spike</ORG>", "<MsgId>acme-1</MsgId>")) {
            assertThat(harbour.leaks().in("export", export)).isNotEmpty();
        }
    }

    /** Brought, watched, taken in each form, opened, deleted; and once as older clients do. */
    private List<String> ofADocument(String token) {
        var found = new ArrayList<String>();
        var api = "api.localhost";
        var pdf = harbour.statement();
        var brought = ask(api, token, "POST", "/v7/documents", pdf);
        found.addAll(told("brought", brought));
        var path = path(brought);
        UploadForm.await(() -> text(ask(api, token, "GET", path, new byte[0])).contains("done"));
        found.addAll(told("events", ask(api, token, "GET", path + "/events", new byte[0])));
        found.addAll(told("list", ask(api, token, "GET", "/v7/documents", new byte[0])));
        for (var form : RESULTS) {
            var result = ask(api, token, "GET", path + "/result", new byte[0], "Accept", form);
            assertThat(result.statusCode()).as(form).isEqualTo(200);
            found.addAll(told(form, result));
        }
        found.addAll(told("password", ask(api, token, "POST", path + "/password", new byte[0])));
        var deleted = ask(api, token, "DELETE", path, new byte[0]);
        found.addAll(told("deleted", deleted));
        found.addAll(told("receipt", ask(api, token, "GET", path(deleted), new byte[0])));
        var older =
                "{\"file\": \"march.pdf\", \"buffer\": \"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(pdf));
        found.addAll(told("pdf2", ask(api, token, "POST", "/pdf2", older.getBytes())));
        return found;
    }

    private List<String> told(String place, HttpResponse<byte[]> answer) {
        return harbour.leaks().in(place, answer);
    }

    private List<String> told(Receiver.Request webhook) {
        var found = new ArrayList<>(harbour.leaks().in("webhook", webhook.line()));
        found.addAll(harbour.leaks().in("webhook headers", webhook.headers().toString()));
        found.addAll(harbour.leaks().in("webhook body", webhook.body()));
        return found;
    }

    private String token() {
        var typed =
                Map.of(
                        "name", "till", "kind", "TOKEN", "scopes", "pdf csv", "most", "8", "length",
                        "month");
        return Jsoup.parse(chief.post("/api-keys", typed).body())
                .select("code")
                .text()
                .replace("Authorization: ", "");
    }

    private HttpResponse<byte[]> ask(
            String host,
            String credential,
            String method,
            String path,
            byte[] body,
            String... headers) {
        boolean isPdf = new String(body, StandardCharsets.ISO_8859_1).startsWith("%PDF");
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .header("Host", host + ":" + port)
                        .header("Content-Type", isPdf ? "application/pdf" : "application/json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!credential.isEmpty()) {
            request.header("Authorization", credential);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new IllegalStateException("Expected an answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected an answer", stopped);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String path(HttpResponse<?> answer) {
        return Browserless.location(answer).replaceFirst("^https?://[^/]+", "");
    }

    private X509Certificate shown(String host) throws IOException {
        try (var socket =
                (SSLSocket)
                        AnyCertificate.context()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static String names(X509Certificate shown) throws CertificateParsingException {
        return "%s %s %s"
                .formatted(
                        shown.getSubjectX500Principal(),
                        shown.getIssuerX500Principal(),
                        shown.getSubjectAlternativeNames());
    }
}
