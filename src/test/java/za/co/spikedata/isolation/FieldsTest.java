package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
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
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** What a form may set, and what an answer may hold. */
@PortalTest
class FieldsTest {
    private static final TenantId SPIKE = new TenantId("spike");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonNames names;
    @Autowired private TenantSecrets secrets;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;
    private String email;
    private Person person;
    private Browserless session;

    @BeforeEach
    void arrive() {
        owner = JdbcClient.create(owners);
        email = "fields-" + UUID.randomUUID() + "@example.com";
        person = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        session = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("AUZ-03 a profile's form sets the name and nothing else")
    void setsTheNameAlone() {
        var before = row(email);

        session.post("/profile/name", and(Map.of("name", "Zanele")));

        var after = row(email);
        assertThat(after.put("name", before.get("name"))).isEqualTo("Zanele");
        assertThat(after).isEqualTo(before);
    }

    @Test
    @DisplayName("AUZ-03 an invitation makes a member of this tenant, whatever else is sent")
    void invitesAsAsked() {
        var invited = "invited-" + email;

        session.post("/people", and(Map.of("email", invited, "role", "VIEWER")));
        assertThat(row(invited))
                .containsEntry("role", "VIEWER")
                .containsEntry("state", "INVITED")
                .containsEntry("tenant_id", "spike")
                .containsEntry("epoch", 0L);
        var link = MailServer.link(MailServer.await(invited, "Your invitation"));
        new Browserless(port, "app.localhost")
                .post(
                        link,
                        and(
                                Map.of(
                                        "password", PortalTest.PASSWORD,
                                        "name", "Guest",
                                        "role", "ADMINISTRATOR")));

        assertThat(row(invited))
                .containsEntry("role", "VIEWER")
                .containsEntry("state", "ACTIVE")
                .containsEntry("name", "Guest");
    }

    @Test
    @DisplayName("AUZ-03 a changed role changes the role, and ends the sessions")
    void changesTheRoleAlone() {
        var other = "member-" + email;
        var member = people.add(SPIKE, other, PortalTest.PASSWORD, Person.Role.MEMBER);
        var before = row(other);

        session.post("/people/" + member.id() + "/role", and(Map.of("role", "VIEWER")));

        var after = row(other);
        assertThat(after.put("role", before.get("role"))).isEqualTo("VIEWER");
        assertThat(after.put("epoch", before.get("epoch"))).isEqualTo(1L);
        assertThat(after).isEqualTo(before);
    }

    @Test
    @DisplayName("AUZ-03 a statement belongs to whoever brought it, and is read before it is done")
    void ownsWhatItBrought() {
        var id = sample(session);

        var row =
                owner.sql("select * from statements_document where id = :id")
                        .param("id", UUID.fromString(id))
                        .query()
                        .singleRow();
        assertThat(row.get("person_id")).isEqualTo(UUID.fromString(person.id().toString()));
        assertThat(row.get("tenant_id")).isEqualTo("spike");
    }

    @Test
    @DisplayName("AUZ-04 no page or file shows a hash, a seed, a key, a session or a store's name")
    void showsNothingOfTheInside() {
        var document = sample(session);
        var secrets = secrets(document);
        assertThat(secrets).hasSizeGreaterThan(6).allMatch(secret -> secret.length() >= 16);
        for (var route : Matrix.ROUTES) {
            if (!route.method().equals("GET")) {
                continue;
            }
            var values = new LinkedHashMap<>(route.plain());
            route.ids()
                    .forEach((name, thing) ->
                            values.put(
                                    name,
                                    thing == Route.Thing.PERSON
                                            ? person.id().toString()
                                            : document));
            var answer = session.get(route.path(values));
            for (var secret : secrets) {
                assertThat(answer.body()).as(route.key()).doesNotContain(secret);
            }
            assertThat(answer.body()).as(route.key()).doesNotContain("$argon2");
        }
    }

    @Test
    @DisplayName("AUZ-04 the trail's file holds the fields it names, and no other")
    void exportsKnownFields() {
        var lines = JsonMapper.shared().readTree(session.get("/audit/export.json").body());

        for (var line : lines) {
            assertThat(line.propertyNames())
                    .containsExactlyInAnyOrder(
                            "seq",
                            "at",
                            "actor",
                            "actorName",
                            "action",
                            "subject",
                            "address",
                            "requestId",
                            "previousHash",
                            "hash");
        }
        assertThat(lines.size()).isPositive();
    }

    @Test
    @DisplayName(
            "AUZ-04 a statement's file holds the paper's figures and their proof, and no other")
    void downloadsKnownFields() {
        var document = sample(session);

        var names = new TreeSet<String>();
        collect(
                JsonMapper.shared()
                        .readTree(session.get("/statements/" + document + "/download.json").body()),
                names);

        assertThat(names)
                .isNotEmpty()
                .noneMatch(name ->
                        name.matches("(?i).*(person|tenant|vault|upload|secret|hash|owner).*"));
    }

    private static void collect(JsonNode node, TreeSet<String> names) {
        names.addAll(node.propertyNames());
        node.forEach(child -> collect(child, names));
    }

    /** The fields of the form, and those a curious person adds. */
    private static Map<String, String> and(Map<String, String> form) {
        var all = new HashMap<String, String>();
        for (var name :
                List.of(
                        "tenant",
                        "tenantId",
                        "tenant_id",
                        "person.tenant",
                        "person.tenant.value")) {
            all.put(name, "acme");
        }
        for (var name : List.of("id", "personId", "person_id", "person.id", "ownerId", "owner")) {
            all.put(name, "00000000-0000-0000-0000-000000000001");
        }
        for (var name : List.of("role", "person.role", "roles", "authorities")) {
            all.put(name, "OPERATOR");
        }
        all.put("email", "somebody-else@example.com");
        all.put("epoch", "99");
        all.put("person.epoch", "99");
        all.put("state", "ACTIVE");
        all.put("verified", "true");
        all.put("verdict", "PROVEN");
        all.put("createdAt", "2001-01-01T00:00:00Z");
        all.put("created_at", "2001-01-01T00:00:00Z");
        all.put("passwordHash", "x");
        all.put("password_hash", "x");
        all.putAll(form);
        return all;
    }

    /** The person's row, what is sealed in it opened. */
    private Map<String, Object> row(String whose) {
        var id = names.find(SPIKE, whose).orElseThrow();
        var row =
                new HashMap<>(
                        owner.sql("select * from identity_person where id = :id")
                                .param("id", UUID.fromString(id))
                                .query()
                                .singleRow());
        for (var column : List.of("email", "name")) {
            var sealed = (byte[]) row.remove("sealed_" + column);
            row.put(
                    column,
                    secrets.unsealText(SPIKE, "identity_person." + column + "/" + id, sealed));
        }
        row.computeIfPresent("email_hash", (_, hash) -> HexFormat.of().formatHex((byte[]) hash));
        return row;
    }

    /** What the database holds of this person that is nobody's to see. */
    private List<String> secrets(String document) {
        var secrets = new ArrayList<String>();
        secrets.add((String) row(email).get("password_hash"));
        secrets.addAll(
                owner.sql(
                                """
                                select secret from statements_document d
                                join vault_document v on v.tenant_id = d.tenant_id
                                    and v.id in (d.vault_id, d.original_id)
                                cross join unnest(array[v.id::text, v.object_name,
                                    encode(v.wrapped_key, 'hex'), encode(v.wrapped_key, 'base64'),
                                    encode(d.sealed_name, 'hex'), encode(d.sealed_name, 'base64'),
                                    encode(d.sealed_hash, 'hex')]) as secret
                                where d.id = :id and secret is not null
                                """)
                        .param("id", UUID.fromString(document))
                        .query(String.class)
                        .list());
        secrets.addAll(
                owner.sql(
                                """
                                select unnest(array[session_id, primary_id]) from spring_session
                                where principal_name = :name
                                """)
                        .param("name", person.getName())
                        .query(String.class)
                        .list());
        return secrets.stream().map(String::strip).toList();
    }

    private String sample(Browserless who) {
        var taken = who.post("/statements/sample", and(Map.of("kind", "proven")));
        var page = Browserless.location(taken);
        var id = page.substring(page.lastIndexOf('/') + 1);
        long end = System.nanoTime() + 60_000_000_000L;
        while (who.get("/statements/" + id + "/download.csv").statusCode() != 200) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Expected the sample to be read");
            }
            Thread.onSpinWait();
        }
        return id;
    }
}
