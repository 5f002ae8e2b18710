package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.signing.Jws;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** People who delete their own account. */
@PortalTest
class LeavingTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a quiet river under stones";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Leaving leaving;
    @Autowired private Holds holds;
    @Autowired private Tenants tenants;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private String email;
    private Person member;
    private Browserless browser;

    @BeforeEach
    void signIn() {
        email = "leaving-" + UUID.randomUUID() + "@example.com";
        member = people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
        browser = new Browserless(port, HOST).signIn(email, PASSWORD);
    }

    @Test
    @DisplayName("DEL-05 an account goes with all that is its, and receipts stay for its owner")
    void leavesWithAllThatIsTheirs() throws Exception {
        var document = sample();
        var other = new Browserless(port, HOST);
        other.givePassword(email, PASSWORD);

        var farewell = location(leave(email, PASSWORD));

        assertThat(farewell).startsWith("/farewell/");
        assertThat(location(browser.get("/profile"))).endsWith("/sign-in");
        assertThat(location(other.get("/profile"))).endsWith("/sign-in");
        assertThat(location(new Browserless(port, HOST).givePassword(email, PASSWORD)))
                .endsWith("?failed");
        assertThat(rows("identity_person", member.id().value())).isZero();
        assertThat(rows("statements_document", document)).isZero();
        var stranger = new Browserless(port, HOST);
        UploadForm.await(() -> stranger.get(farewell + "/receipts.zip").statusCode() == 200);
        assertThat(stranger.page(farewell).select(".sentence").text()).contains("is gone");
        var keys = stranger.get("/.well-known/jwks.json").body();
        var receipts = receipts(stranger.bytes(farewell + "/receipts.zip"));
        assertThat(receipts).hasSize(1);
        var claims =
                Jws.verified(receipts.values().iterator().next(), Receipts.TYPE, keys)
                        .map(JsonMapper.shared()::readTree)
                        .orElseThrow();
        assertThat(claims.get("sub").asString()).isEqualTo(document.toString());
        assertThat(claims.get("rule").asString()).isEqualTo("account_ended");
    }

    @Test
    @DisplayName("DEL-05 all receipts come in one file, however many they are")
    void givesEveryReceipt() throws Exception {
        var farewell = location(leave(email, PASSWORD));
        int many = 1_201;
        JdbcClient.create(owners)
                .sql(
                        """
                        insert into retention_deletion (tenant_id, id, kind, subject_id, owner_id,
                            vault_ids, sha256, rule, begun_at, next_at, receipt)
                        select 'spike', gen_random_uuid(), 'statement', gen_random_uuid(), :owner,
                            '{}', '', 'ASKED', now(), now(), 'receipt ' || each
                        from generate_series(1, :many) as each
                        """)
                .param("owner", member.id().value())
                .param("many", many)
                .update();

        var receipts = receipts(new Browserless(port, HOST).bytes(farewell + "/receipts.zip"));

        assertThat(receipts.values()).doesNotHaveDuplicates().hasSize(many);
    }

    @Test
    @DisplayName("DEL-05 the last mail to the address leads to the receipts")
    void mailsTheWayToTheReceipts() {
        var farewell = location(leave(email, PASSWORD));

        assertThat(MailServer.link(MailServer.await(email, "Your account at"))).isEqualTo(farewell);
    }

    @Test
    @DisplayName("DEL-05 nobody leaves by a slip, or by a session left open")
    void staysWithoutPasswordAndAddress() {
        assertThat(location(leave("else@example.com", PASSWORD))).endsWith("problem=typed");
        assertThat(location(leave(email, "wrong"))).endsWith("problem=proof");

        assertThat(browser.page("/profile?problem=typed").select("[role=alert]").text())
                .contains("not the e-mail");
        assertThat(rows("identity_person", member.id().value())).isOne();
    }

    @Test
    @DisplayName("DEL-05 receipts open to the right secret of the right tenant alone")
    void showsReceiptsToNobodyElse() {
        var farewell = location(leave(email, PASSWORD));
        var stranger = new Browserless(port, HOST);
        char last = farewell.charAt(farewell.length() - 1);
        var forged = farewell.substring(0, farewell.length() - 1) + (last == 'A' ? 'B' : 'A');

        assertThat(stranger.get(farewell).statusCode()).isEqualTo(200);
        assertThat(stranger.get(forged).statusCode()).isEqualTo(404);
        assertThat(new Browserless(port, "acme.localhost").get(farewell).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("DEL-04 DEL-05 what is held stays, is told, and goes when the hold is lifted")
    void leavesWhatIsHeld() {
        var document = sample();
        var hold = holds.place(SPIKE, "operator", member.id().value(), "Case 12");
        try {
            assertThat(browser.page("/profile").text()).contains("under a legal hold");

            var farewell = location(leave(email, PASSWORD));

            assertThat(rows("identity_person", member.id().value())).isZero();
            assertThat(rows("statements_document", document)).isOne();
            var stranger = new Browserless(port, HOST);
            assertThat(stranger.page(farewell).select(".notice").text())
                    .contains("One document is under a legal hold");
            assertThat(MailServer.await(email, "Your account at")).contains("legal hold");
        } finally {
            holds.lift(SPIKE, "operator", hold);
        }

        UploadForm.await(() -> rows("statements_document", document) == 0);
    }

    @Test
    @DisplayName("AUZ-05 the last administrator stays, and is told why")
    void keepsTheLastAdministrator() {
        var lonely = new TenantId("leaving-" + UUID.randomUUID().toString().substring(0, 8));
        var last = people.add(lonely, email, PASSWORD, Person.Role.ADMINISTRATOR);
        Tenant tenant = tenants.find(SPIKE).orElseThrow().tenant();

        assertThat(leaving.prospect(last)).isEqualTo(Leaving.Prospect.LAST_IN_CHARGE);
        assertThat(leaving.leave(tenant, last)).isEqualTo(new Leaving.Outcome.LastInCharge());
        assertThat(rows("identity_person", last.id().value())).isOne();

        people.add(lonely, "second-" + email, PASSWORD, Person.Role.ADMINISTRATOR);
        assertThat(leaving.prospect(last)).isEqualTo(Leaving.Prospect.FREE);
    }

    private java.net.http.HttpResponse<String> leave(String typed, String password) {
        return browser.post("/profile/delete", Map.of("typed", typed, "password", password));
    }

    private UUID sample() {
        var page = location(browser.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> browser.get(page + "/download.csv").statusCode() == 200);
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private static Map<String, String> receipts(byte[] zip) throws java.io.IOException {
        var found = new HashMap<String, String>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                found.put(
                        file.getName(),
                        new String(files.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
        return found;
    }

    private int rows(String table, UUID id) {
        return JdbcClient.create(owners)
                .sql("select count(*) from " + table + " where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
