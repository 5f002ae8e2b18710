package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Tenants;

/**
 * Nothing that a partner's portal tells anybody shows whose platform it is, or who else is on it.
 */
@PortalTest
class LeakCrawlerTest {
    /** Whom an answer blames, a word of the contract; and a library with a name like a tenant. */
    private static final String OF_OTHERS =
            "(?s)/developers: spike in .*>SPIKE</td>.*"
                    + "|/security/sbom\\.json: acme in .*/acme4j-.*";

    private static final List<String> SIGNED_OUT =
            List.of(
                    "/",
                    "/sign-in?failed",
                    "/reset",
                    "/reset/none",
                    "/invitation/none",
                    "/email/none",
                    "/farewell/none",
                    "/verify",
                    "/developers",
                    "/security",
                    "/nothing-here",
                    "/robots.txt",
                    "/favicon.ico",
                    "/manifest.json",
                    "/portal.css",
                    "/v7/openapi.json",
                    "/v7/documents",
                    "/oauth2/token",
                    "/pdf2",
                    "/.well-known/security.txt",
                    "/.well-known/jwks.json",
                    "/.well-known/oauth-authorization-server",
                    "/.well-known/acme-challenge/none",
                    "/%00",
                    "/a//b",
                    "/statements/none");
    private static final List<String> INSIDE =
            List.of("/statements", "/profile", "/second-factor/enrol", "/receipts", "/tenants");
    private static final List<String> FORMS = List.of("csv", "xlsx", "ofx", "xml", "json");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Tenants tenants;
    @Autowired private Outbox outbox;

    private Harbour harbour;
    private Leaks leaks;

    @BeforeEach
    void createOne() {
        harbour = Harbour.create(port, tenants);
        leaks = harbour.leaks();
    }

    @Test
    @DisplayName("no page, file, header or cookie of a tenant tells of another or the platform")
    void pagesTellNothing() {
        var found =
                new ArrayList<>(
                        new Crawl(leaks, new Browserless(port, harbour.tenant().host())::whole)
                                .from(SIGNED_OUT));
        var member = harbour.somebody(people, Person.Role.MEMBER);
        var paths = new ArrayList<>(INSIDE);
        var document = brought(member);
        paths.add(document);
        FORMS.forEach(form -> paths.add(document + "/download." + form));
        found.addAll(new Crawl(leaks, member::whole).from(paths));
        var receipt = relative(member.post(document + "/delete", Map.of()));
        UploadForm.await(() -> member.get(receipt + "/receipt.jws").statusCode() == 200);
        found.addAll(leaks.in(receipt, member.whole(receipt)));
        found.addAll(leaks.in("receipt", member.whole(receipt + "/receipt.jws")));
        var chief = harbour.somebody(people, Person.Role.ADMINISTRATOR);
        chief.post("/settings", Map.of("name", ""));
        var crawl = new Crawl(leaks, chief::whole);
        found.addAll(crawl.from(List.of("/people", "/settings", "/audit", "/api-keys", "/holds")));

        assertThat(crawl.seen())
                .as("is led everywhere")
                .contains("/api-usage", "/webhooks", "/domains");
        assertThat(found.stream().distinct().filter(each -> !each.matches(OF_OTHERS))).isEmpty();
    }

    @Test
    @DisplayName("TEN-09 no mail of a tenant tells of another or the platform")
    void mailsTellNothing() throws IOException {
        var reader = "reader-" + UUID.randomUUID() + "@harbour.example";
        harbour.somebody(people, Person.Role.ADMINISTRATOR)
                .post("/people", Map.of("email", reader, "role", "MEMBER"));
        var kinds = kinds();
        kinds.forEach(kind -> outbox.send(harbour.tenant().id(), reader, kind, 1, 1, 1, 1, 1, 1));
        UploadForm.await(() -> MailServer.to(reader).size() > kinds.size());

        var mails =
                MailServer.raw().stream()
                        .filter(mail -> new String(mail, StandardCharsets.UTF_8).contains(reader))
                        .toList();

        var mine = Colour.parse(Harbour.PRIMARY).orElseThrow();
        var ground = Palette.of(mine, mine).light().get("ground").hex();
        assertThat(mails).hasSizeGreaterThan(kinds.size());
        assertThat(mails)
                .as("each in the tenant's own colours")
                .allMatch(mail -> new String(mail, StandardCharsets.UTF_8).contains(ground));
        assertThat(mails.stream().flatMap(mail -> leaks.in("mail", mail).stream()).distinct())
                .isEmpty();
    }

    @Test
    @DisplayName("what is planted in a header, a page, a mail or a file is found")
    void findsWhatIsPlanted() throws IOException {
        var planted =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                planted,
                "/",
                "Harbour <a href='/next'>next</a><a href='/gone'>gone</a><img src='/broken'>",
                "X-Powered-By",
                "Harbour");
        fail(planted, "/gone", 404);
        fail(planted, "/broken", 503);
        answer(planted, "/next", "<link href='/x.css'>", "Set-Cookie", "a=app.localhost");
        answer(
                planted,
                "/x.css",
                "text/css",
                ":root { --accent: #0B5CAD } body { background: url('/ground.svg') }",
                "Server",
                "Spike Portal");
        answer(planted, "/ground.svg", "image/svg+xml", "<!-- of acme -->", "ETag", "\"1\"");
        planted.start();
        try (var client = HttpClient.newHttpClient()) {
            var crawl =
                    new Crawl(leaks, path -> asked(client, planted.getAddress().getPort(), path));

            assertThat(crawl.from(List.of("/")))
                    .anyMatch(each -> each.startsWith("/next header set-cookie: app.localhost"))
                    .anyMatch(each -> each.startsWith("/x.css: #0b5cad"))
                    .anyMatch(each -> each.startsWith("/x.css header server: spike"))
                    .anyMatch(each -> each.startsWith("/ground.svg: acme"))
                    .contains("/gone: is led to, and answers 404")
                    .contains("/broken: is led to, and answers 503")
                    .noneMatch(each -> each.startsWith("/:"));
        } finally {
            planted.stop(0);
        }
        var mail = "From: Harbour <no-reply@acme.localhost>\r\n\r\nHello";
        assertThat(leaks.in("mail", mail.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(each -> each.startsWith("mail: acme"));
        var sheet = new ByteArrayOutputStream();
        try (var workbook = new Workbook(sheet, "Spike Portal", "1.0")) {
            workbook.newWorksheet("Statement").value(0, 0, "Date");
        }
        assertThat(leaks.in("x.xlsx", sheet.toByteArray()))
                .anyMatch(each -> each.startsWith("x.xlsx!docProps/app.xml: spike"));
        assertThat(leaks.in("x.pdf", written("Spike Portal 1.0")))
                .anyMatch(each -> each.startsWith("x.pdf property Producer: spike"));
        assertThat(leaks.in("r.jws", "e30.eyJpc3MiOiJhcHAubG9jYWxob3N0In0.AA".getBytes()))
                .anyMatch(each -> each.startsWith("r.jws payload: app.localhost"));
    }

    /** An invented statement of no tenant's, read. */
    private String brought(Browserless who) {
        var page = new UploadForm(who).file("march.pdf", harbour.statement()).sendAndFollow();
        UploadForm.await(() -> who.get(page + "/download.csv").statusCode() == 200);
        return page;
    }

    private static String relative(HttpResponse<String> answer) {
        return Browserless.location(answer).replaceFirst("^https?://[^/]+", "");
    }

    private static List<String> kinds() throws IOException {
        var texts = new Properties();
        try (var base =
                java.nio.file.Files.newBufferedReader(
                        java.nio.file.Path.of("themes/base/messages.properties"))) {
            texts.load(base);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("mail.") && key.endsWith(".subject"))
                .map(key -> key.substring(5, key.length() - 8))
                .toList();
    }

    private static void answer(
            HttpServer server, String path, String body, String header, String value) {
        answer(server, path, "text/html", body, header, value);
    }

    private static void answer(
            HttpServer server, String path, String type, String body, String header, String value) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.getResponseHeaders().add(header, value);
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static void fail(HttpServer server, String path, int status) {
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
    }

    /** A PDF by some program. */
    private static byte[] written(String producer) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setProducer(producer);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static HttpResponse<byte[]> asked(HttpClient client, int port, String path) {
        try {
            var uri = URI.create("http://127.0.0.1:" + port + path);
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("Expected an answer", broken);
        }
    }
}
