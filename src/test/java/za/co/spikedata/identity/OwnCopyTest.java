package za.co.spikedata.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.retention.OwnCopies;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** People who take away what is held of them, before they delete it. */
@PortalTest
class OwnCopyTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a slow barge under bridges";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private OwnCopies copies;
    @Autowired private Tenants tenants;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Person member;
    private Browserless browser;

    @BeforeEach
    void signIn() {
        var email = "copy-" + UUID.randomUUID() + "@example.com";
        member = people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
        browser = new Browserless(port, HOST).signIn(email, PASSWORD);
        browser.post("/profile/name", Map.of("name", "Nomvula Copied"));
    }

    @Test
    @DisplayName("DEL-06 the copy holds all that was brought and read, by count and by hash")
    void holdsEverything() throws Exception {
        var proven = sample("proven");
        var misprint = sample("contradicted");
        var turned = new UploadForm(browser).file("no.pdf", "no PDF".getBytes(UTF_8));
        turned.sendAndFollow();
        var deleted = location(browser.post(sample("proven") + "/delete", Map.of()));
        UploadForm.await(() -> browser.get(deleted + "/receipt.jws").statusCode() == 200);

        var files = copy();
        var manifest = manifest(files);

        var listed = new TreeSet<String>();
        for (var file : manifest.get("files")) {
            var content = files.get(file.get("name").asString());
            listed.add(file.get("name").asString());
            assertThat(content).hasSize(file.get("bytes").asInt());
            assertThat(sha256(content)).isEqualTo(file.get("sha256").asString());
        }
        assertThat(files.keySet()).containsAll(listed).hasSize(listed.size() + 1);
        assertThat(manifest.get("unreadable")).isEmpty();
        var counts = manifest.get("counts");
        assertThat(counts.get("documents").asInt())
                .isEqualTo(3)
                .isEqualTo(rows("statements_document where person_id"));
        assertThat(counts.get("originals").asInt()).isEqualTo(2);
        assertThat(counts.get("results").asInt()).isEqualTo(2);
        assertThat(counts.get("receipts").asInt()).isOne();
        assertThat(files.get("receipts/receipt-" + last(deleted) + ".jws"))
                .isEqualTo(browser.bytes(deleted + "/receipt.jws"));
        for (var page : Map.of(proven, "proven", misprint, "contradicted").entrySet()) {
            holds(files, page.getKey(), page.getValue());
        }
        var profile = JsonMapper.shared().readTree(files.get("profile.json"));
        assertThat(profile.get("email").asString()).isEqualTo(member.email());
        assertThat(profile.get("name").asString()).isEqualTo("Nomvula Copied");
        assertThat(profile.get("sessions")).hasSize(1);
    }

    @Test
    @DisplayName("DEL-06 the copy tells all that its owner did, and nothing of anybody else")
    void tellsWhatTheyDid() throws Exception {
        browser.post("/profile/copy", Map.of("password", "wrong"));

        var files = copy();

        var told = new String(files.get("trail.jsonl"), UTF_8).lines().toList();
        var actions = told.stream().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(told).hasSize(manifest(files).at("/counts/lines of the trail").asInt());
        assertThat(told).hasSize(rows("audit_event where actor"));
        assertThat(actions.getFirst().get("action").asString()).isEqualTo("person.copied");
        assertThat(actions)
                .extracting(line -> line.get("action").asString())
                .contains("password.failed")
                .doesNotContain("person.added");
    }

    @Test
    @DisplayName("DEL-06 nobody takes a copy from a session left open")
    void asksForThePassword() {
        var refused = browser.post("/profile/copy", Map.of("password", "wrong"));

        assertThat(location(refused)).endsWith("/profile?problem=proof");
        assertThat(refused.body()).isEmpty();
        assertThat(browser.page("/profile").select("form[action=/profile/copy]")).hasSize(1);
    }

    @Test
    @DisplayName("DEL-06 what does not open is named, and the rest comes all the same")
    void namesWhatDoesNotOpen() throws Exception {
        var good = sample("proven");
        var bad = sample("proven");
        JdbcClient.create(owners)
                .sql(
                        """
                        update statements_document
                        set sealed_name = set_byte(sealed_name, 20, 255 - get_byte(sealed_name, 20))
                        where id = :id
                        """)
                .param("id", UUID.fromString(last(bad)))
                .update();

        var files = copy();

        assertThat(manifest(files).get("unreadable"))
                .singleElement()
                .extracting(JsonNode::asString)
                .isEqualTo("documents/" + last(bad) + "/");
        assertThat(files).containsKey("documents/" + last(good) + "/result.json");
    }

    @Test
    @DisplayName("DEL-06 a link that does not open is named, and the rest comes all the same")
    void namesALinkThatDoesNotOpen() throws Exception {
        browser.post("/profile/email", Map.of("password", PASSWORD, "email", "new@example.com"));
        JdbcClient.create(owners)
                .sql(
                        """
                        update identity_link
                        set sealed_detail =
                            set_byte(sealed_detail, 20, 255 - get_byte(sealed_detail, 20))
                        where person_id = :id and kind = 'NEW_EMAIL'
                        """)
                .param("id", member.id().value())
                .update();

        var files = copy();

        assertThat(manifest(files).get("unreadable"))
                .singleElement()
                .extracting(JsonNode::asString)
                .isEqualTo("profile.json#linksByMail/NEW_EMAIL");
        var links = JsonMapper.shared().readTree(files.get("profile.json")).get("linksByMail");
        assertThat(links)
                .filteredOn(link -> link.get("kind").asString().equals("NEW_EMAIL"))
                .singleElement()
                .satisfies(link -> assertThat(link.get("about").isNull()).isTrue());
    }

    @Test
    @DisplayName("DEL-06 a person makes one copy at once, and is told to wait for it")
    void makesOneOfAPersonAtOnce() {
        try (var taken = turn(SPIKE, member.id().value()).orElseThrow()) {
            isToldToWait();
            assertThat(turn(SPIKE, UUID.randomUUID())).get().satisfies(OwnCopies.Turn::close);
        }
        isServed();
    }

    @Test
    @DisplayName("DEL-06 no tenant takes the turns of all; the next of it is told to wait")
    void makesSoManyOfATenantAtOnce() {
        var taken = new ArrayList<OwnCopies.Turn>();
        try {
            for (var turn = turn(SPIKE, UUID.randomUUID());
                    turn.isPresent();
                    turn = turn(SPIKE, UUID.randomUUID())) {
                taken.add(turn.get());
            }
            isToldToWait();
            assertThat(turn(new TenantId("acme"), UUID.randomUUID()))
                    .get()
                    .satisfies(OwnCopies.Turn::close);
        } finally {
            taken.forEach(OwnCopies.Turn::close);
        }
        isServed();
        assertThat(turn(SPIKE, member.id().value()))
                .as("whoever had a turn gave it back")
                .get()
                .satisfies(OwnCopies.Turn::close);
    }

    private Optional<OwnCopies.Turn> turn(TenantId tenant, UUID whose) {
        return copies.turn(tenants.find(tenant).orElseThrow().tenant(), whose);
    }

    private void isToldToWait() {
        var waits = browser.postForFile("/profile/copy", Map.of("password", PASSWORD));
        assertThat(waits.headers().firstValue("Location")).hasValue("/profile?problem=copies");
        assertThat(browser.page("/profile?problem=copies").select("[role=alert]").text())
                .contains("Try again in a few minutes");
    }

    private void isServed() {
        var answer = browser.postForFile("/profile/copy", Map.of("password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void holds(Map<String, byte[]> files, String page, String sample) throws Exception {
        var folder = "documents/" + last(page) + "/";
        var original = files.get(folder + "original.pdf");
        var known = JsonMapper.shared().readTree(files.get(folder + "document.json"));

        assertThat(original).isEqualTo(browser.bytes("/statements/samples/" + sample + ".pdf"));
        assertThat(known.get("sha256").asString()).isEqualTo(sha256(original));
        assertThat(known.get("verdict").asString()).isEqualToIgnoringCase(sample);
        assertThat(files.get(folder + "result.csv"))
                .isEqualTo(browser.bytes(page + "/download.csv"));
        var result = JsonMapper.shared().readTree(files.get(folder + "result.json"));
        var given = JsonMapper.shared().readTree(browser.bytes(page + "/download.json"));
        assertThat(result.get("statements")).isEqualTo(given.get("statements"));
    }

    private Map<String, byte[]> copy() throws IOException {
        var answer = browser.postForFile("/profile/copy", Map.of("password", PASSWORD));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                files.put(file.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode manifest(Map<String, byte[]> files) {
        return JsonMapper.shared().readTree(files.get("manifest.json"));
    }

    /** Tells its page. */
    private String sample(String kind) {
        var page = location(browser.post("/statements/sample", Map.of("kind", kind)));
        UploadForm.await(() -> browser.get(page + "/download.csv").statusCode() == 200);
        return page;
    }

    private static String last(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static String sha256(byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private int rows(String whose) {
        return JdbcClient.create(owners)
                .sql("select count(*) from " + whose + "::text = :person")
                .param("person", member.id().toString())
                .query(Integer.class)
                .single();
    }
}
