package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** What is asked for while the object store fails. */
@PortalTest
class StoreAwayTest {
    private static final byte[] PDF =
            "%PDF-1.4\nnothing follows".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private People people;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    @Test
    void tellsProgramsToComeAgain() {
        var pair = new Holder(portal, "acme").pair();
        var documents = Documents.of(new Program(port).with(pair.secret()));
        var path = documents.ended(PDF);

        var answer = whileAway(id(path), () -> documents.get(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var problem = Documents.json(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(503);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:problem-type:away");
        assertThat(documents.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsPeopleToComeAgain() {
        var person = person();
        var path = sample(person);

        var answer = whileAway(id(path), () -> person.get(path));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(person.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("DEL-01 begins to delete what a program wants gone")
    void beginsToDeleteForPrograms() {
        var pair = new Holder(portal, "acme").pair();
        var documents = Documents.of(new Program(port).with(pair.secret()));
        var path = documents.ended(PDF);

        var deleted = whileAway(id(path), () -> documents.ask("DELETE", path, new byte[0]));

        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(202);
        assertThat(documents.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("DEL-01 begins to delete what a person wants gone")
    void beginsToDeleteForPeople() {
        var person = person();
        var path = sample(person);

        var deleted = whileAway(id(path), () -> person.post(path + "/delete", Map.of()));

        assertThat(Browserless.location(deleted)).contains("/receipts/");
        assertThat(person.get(path).statusCode()).isEqualTo(404);
        assertThat(
                        JdbcClient.create(owners)
                                .sql("select sha256 from retention_deletion where subject_id = :id")
                                .param("id", id(path))
                                .query(String.class)
                                .single())
                .as("the hash that its receipt tells")
                .matches("[0-9a-f]{64}");
    }

    /** A name that no store takes makes it fail for this document alone. */
    private <T> T whileAway(UUID document, Supplier<T> asking) {
        var key = key(document);
        var half =
                JdbcClient.create(owners)
                        .sql("select half_name from vault_document where id = :id")
                        .param("id", key)
                        .query(String.class)
                        .single();
        setHalf(key, "key-" + "x".repeat(3_000));
        try {
            return asking.get();
        } finally {
            setHalf(key, half);
        }
    }

    private Browserless person() {
        var email = "away-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("spike"), email, PortalTest.PASSWORD, Person.Role.MEMBER);
        return new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    /** Its path. */
    private static String sample(Browserless person) {
        var taken = person.post("/statements/sample", Map.of("kind", "proven"));
        return "/statements/" + id(taken.headers().firstValue("Location").orElseThrow());
    }

    private UUID key(UUID document) {
        return JdbcClient.create(owners)
                .sql("select vault_id from statements_document where id = :id")
                .param("id", document)
                .query(UUID.class)
                .single();
    }

    private void setHalf(UUID key, String half) {
        int set =
                JdbcClient.create(owners)
                        .sql("update vault_document set half_name = :half where id = :id")
                        .param("id", key)
                        .param("half", half)
                        .update();
        assertThat(set).isOne();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
