package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.errorstore.Openings;
import za.co.spikedata.retention.Holds;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** No table that knows of a person is forgotten when they take away what is held of them. */
@PortalTest
class WholeCopyTest {
    private static final TenantId SPIKE = new TenantId("spike");

    /** Columns that say whose a row is, or who did something. */
    private static final String OF_SOMEBODY =
            "(^|_)(person|owner|actor|operator|user|member|principal|email|document)(_|$)"
                    + "|_by$|^assigned_to$";

    /**
     * Where the copy tells of what a table has, as a file and a place in it.
     *
     * @param place JSON pointer
     */
    private record Told(String file, String place) {}

    private static final Map<String, Told> COPIED =
            Map.ofEntries(
                    Map.entry("identity_person", new Told("profile.json", "/created")),
                    Map.entry(
                            "identity_authenticator",
                            new Told("profile.json", "/hasAuthenticator")),
                    Map.entry(
                            "identity_recovery_code",
                            new Told("profile.json", "/recoveryCodesLeft")),
                    Map.entry("identity_passkey", new Told("profile.json", "/passkeys/0/name")),
                    Map.entry(
                            "identity_device",
                            new Told("profile.json", "/rememberedBrowsers/0/lastUsed")),
                    Map.entry("identity_link", new Told("profile.json", "/linksByMail/0/about")),
                    Map.entry("spring_session", new Told("profile.json", "/sessions/0/browser")),
                    Map.entry("issuers_subject", new Told("sign-in-providers.json", "/0/name")),
                    Map.entry("errorstore_entry", new Told("failures.json", "/0/reason")),
                    Map.entry("errorstore_opening", new Told("requests-to-see.json", "/0/reason")),
                    Map.entry("retention_hold", new Told("legal-holds.json", "/0/since")),
                    Map.entry(
                            "statements_document", new Told("manifest.json", "/counts/documents")),
                    Map.entry("retention_deletion", new Told("manifest.json", "/counts/receipts")),
                    Map.entry(
                            "audit_event",
                            new Told("manifest.json", "/counts/lines of the trail")));

    private static final String IN_THE_TRAIL =
            "the tenant's or the platform's own; who made it is told by their lines of the trail";

    private static final Map<String, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry("api_credential", IN_THE_TRAIL),
                    Map.entry("api_grant", IN_THE_TRAIL),
                    Map.entry("api_plan", IN_THE_TRAIL),
                    Map.entry("domain_claim", IN_THE_TRAIL),
                    Map.entry("guard_ban", IN_THE_TRAIL),
                    Map.entry("issuers_issuer", IN_THE_TRAIL),
                    Map.entry("retention_ending", IN_THE_TRAIL),
                    Map.entry("tenancy_application", IN_THE_TRAIL),
                    Map.entry("tenancy_version", IN_THE_TRAIL),
                    Map.entry("webhooks_endpoint", IN_THE_TRAIL),
                    Map.entry("identity_acting", IN_THE_TRAIL),
                    Map.entry("api_document", "documents of programs, which no person owns"),
                    Map.entry("webhooks_delivery", "tells of documents of programs"),
                    Map.entry("errorstore_group", "decides about layouts; names who of support"),
                    Map.entry("retention_departure", "begins as the account ends"),
                    Map.entry("vault_platform_key", "names the key that wrapped another"),
                    Map.entry("vault_tenant_key", "names the key that wrapped another"));

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonSecrets secrets;
    @Autowired private Openings openings;
    @Autowired private Holds holds;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Test
    @DisplayName("DEL-06 every table that knows of somebody is in the copy, or it is said why not")
    void forgetsNoTable() {
        var known = new TreeSet<>(COPIED.keySet());
        known.addAll(LEFT_OUT.keySet());

        assertThat(tablesOfSomebody()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(COPIED).doesNotContainKeys(LEFT_OUT.keySet().toArray(String[]::new));
    }

    @Test
    @DisplayName("DEL-06 the copy tells of a row of every such table, whatever is pending")
    void tellsOfEveryTable() throws Exception {
        var email = "whole-" + UUID.randomUUID() + "@example.com";
        var person = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER).id();
        var browser = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        browser.enrol(email, PortalTest.PASSWORD);
        furnish(browser, person);

        var files = copyWithProvider(browser, person);

        COPIED.forEach((table, told) ->
                assertThat(saysSomething(files.get(told.file()).at(told.place())))
                        .as(table)
                        .isTrue());
        assertThat(files.get("profile.json").at("/linksByMail").toString())
                .contains("renamed@example.com", "OLD_EMAIL", "NEW_EMAIL");
        assertThat(files.get("profile.json").at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(files.get("sign-in-providers.json").at("/0/url").asString())
                .isEqualTo("https://directory.example");
        assertThat(files.get("requests-to-see.json").at("/0/reason").asString())
                .isEqualTo("the third column moves");
        assertThat(files.get("manifest.json").at("/unreadable")).isEmpty();
    }

    private void furnish(Browserless browser, PersonId person) {
        var gone = sample(browser, "proven");
        var receipt = location(browser.post(gone + "/delete", Map.of()));
        UploadForm.await(() -> browser.get(receipt + "/receipt.jws").statusCode() == 200);
        var failing = UUID.fromString(last(sample(browser, "contradicted")));
        UploadForm.await(() ->
                openings.ask(SPIKE, failing, "somebody", "the third column moves").isPresent());
        holds.place(SPIKE, "somebody", person.value(), "case 1");
        browser.post(
                "/profile/email",
                Map.of("password", PortalTest.PASSWORD, "email", "renamed@example.com"));
        owner().sql(
                        """
                        insert into identity_passkey (tenant_id, credential_id, person_id,
                            sealed_label, public_key, signature_count, verified, transports,
                            backup_eligible, backed_up, attestation, client_data, created_at,
                            last_used_at)
                        values (:tenant, '\\x01', :person, :label, '\\x02', 0, true, '', false,
                            false, '', '', now(), now())
                        """)
                .param("tenant", SPIKE.value())
                .param("person", person.value())
                .param("label", secrets.label(SPIKE, person, "my phone"))
                .update();
    }

    /** The provider is on everybody's sign-in page, and so only while it must be. */
    private Map<String, JsonNode> copyWithProvider(Browserless browser, PersonId person)
            throws IOException {
        var issuer = UUID.randomUUID();
        try {
            link(issuer, person);
            return copy(browser);
        } finally {
            owner().sql("delete from issuers_issuer where id = :issuer")
                    .param("issuer", issuer)
                    .update();
        }
    }

    private void link(UUID issuer, PersonId person) {
        owner().sql(
                        """
                        with issuer as (
                            insert into issuers_issuer (tenant_id, id, name, url, client_id,
                                sealed_secret, domains, trusts_factor, created_by, created_at)
                            values (:tenant, :issuer, 'Directory',
                                'https://directory.example', 'portal', '', 'example.com', false,
                                '', now())
                            returning tenant_id, id)
                        insert into issuers_subject
                        select tenant_id, id, '\\x03', :person, now() from issuer
                        """)
                .param("tenant", SPIKE.value())
                .param("issuer", issuer)
                .param("person", person.value())
                .update();
    }

    /** By their columns, and by what they refer to. */
    private TreeSet<String> tablesOfSomebody() {
        return new TreeSet<>(
                owner().sql(
                                """
                                select table_name from information_schema.columns
                                join information_schema.tables using (table_schema, table_name)
                                where table_schema = 'public' and table_type = 'BASE TABLE'
                                    and table_name not in
                                        ('flyway_schema_history', 'scheduled_tasks')
                                    and column_name ~ :pattern
                                union
                                select conrelid::regclass::text from pg_constraint
                                where confrelid = 'identity_person'::regclass
                                """)
                        .param("pattern", OF_SOMEBODY)
                        .query(String.class)
                        .list());
    }

    private static boolean saysSomething(JsonNode node) {
        return node.isBoolean() && node.booleanValue()
                || node.isNumber() && node.asInt() > 0
                || node.isString() && !node.asString().isEmpty();
    }

    private static Map<String, JsonNode> copy(Browserless browser) throws IOException {
        var answer = browser.postForFile("/profile/copy", Map.of("password", PortalTest.PASSWORD));
        var files = new HashMap<String, JsonNode>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (file.getName().matches("[a-z-]+\\.json")) {
                    files.put(file.getName(), JsonMapper.shared().readTree(zip.readAllBytes()));
                }
            }
        }
        return files;
    }

    private static String sample(Browserless browser, String kind) {
        var page = location(browser.post("/statements/sample", Map.of("kind", kind)));
        UploadForm.await(() -> browser.get(page + "/download.csv").statusCode() == 200);
        return page;
    }

    private static String last(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
