package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.signing.Jws;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;
import za.co.spikedata.vault.VaultSettings;

/** Yesterday's database comes back, with every key of its day; the store is as it is today. */
@PortalTest
class BackupTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final List<String> TABLES = List.of("vault_document", "statements_document");
    private static final String REMOVALS =
            "audit_event where action = 'person.removed' and subject = cast(:who as text)";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Vault vault;
    @Autowired private Holds holds;
    @Autowired private ReturnedItems returned;
    @Autowired private Departures departures;
    @Autowired private S3Client s3;
    @Autowired private VaultSettings settings;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;
    private String email;
    private UUID brought;
    private Browserless person;
    private String page;

    @BeforeEach
    void readAndBackUp() {
        owner = JdbcClient.create(owners);
        email = "backup-" + UUID.randomUUID() + "@example.com";
        brought = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER).id().value();
        person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        page = Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> !person.page(page).select(".transactions").isEmpty());
        for (var table : TABLES) {
            sql(
                    "create table yesterday_"
                            + table
                            + " as select * from "
                            + table
                            + " where "
                            + ours(table));
        }
    }

    @AfterEach
    void forget() {
        TABLES.forEach(table -> sql("drop table yesterday_" + table));
    }

    @Test
    @DisplayName("DEL-02 with yesterday's database and today's keys what was deleted stays shut")
    void opensNothingThatWasDeleted() throws Exception {
        var keys = keys();
        assertThat(keys).hasSize(2);
        for (var key : keys) {
            assertThat(vault.fields(SPIKE, key)).isPresent();
        }
        delete();

        restore();

        assertThat(keys()).containsExactlyInAnyOrderElementsOf(keys);
        for (var key : keys) {
            assertThat(vault.fields(SPIKE, key)).isEmpty();
            assertThat(vault.open(SPIKE, key)).isEmpty();
        }
        var shown = person.page(page);
        assertThat(shown.select("#document")).isNotEmpty();
        assertThat(shown.select(".transactions")).isEmpty();
        assertThat(person.get(page + "/download.csv").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("DEL-02 it is the half in the store that is missing, and nothing else")
    void opensWithTheHalfAlone() {
        var halves = halves();
        delete();
        restore();

        halves.forEach((name, half) ->
                s3.putObject(
                        request -> request.bucket(settings.bucket(Shelf.KEY)).key(name),
                        RequestBody.fromBytes(half)));

        assertThat(person.page(page).select(".transactions tbody tr")).isNotEmpty();
    }

    @Test
    @DisplayName("DEL-03 what came back is deleted again by itself, and each receipt is true")
    void deletesAgain() {
        var first = delete();
        restore();
        sql("delete from retention_deletion where subject_id = '" + document() + "'");
        assertThat(person.get(page).statusCode()).as("came back").isEqualTo(200);

        returned.deleteAgain(Set.of(new TenantId("acme"), SPIKE));

        assertThat(person.get(page).statusCode()).isEqualTo(404);
        UploadForm.await(() -> !signed().isEmpty());
        assertThat(keys()).isEmpty();
        assertThat(claim(first, "sub")).isEqualTo(document());
        assertThat(claim(first, "rule")).isEqualTo("asked");
        assertThat(claim(signed(), "sub")).isEqualTo(document());
        assertThat(claim(signed(), "rule")).isEqualTo("returned");
    }

    @Test
    @DisplayName("DEL-03 a legal hold keeps what came back, and nothing else is touched")
    void deletesNothingElse() {
        var other =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> !person.page(other).select(".transactions").isEmpty());
        delete();
        restore();
        sql("delete from retention_deletion where subject_id = '" + document() + "'");
        var hold = holds.place(SPIKE, "operator", brought, "Case 12");
        try {
            returned.deleteAgain(Set.of(SPIKE));
            assertThat(person.get(page).statusCode()).as("held").isEqualTo(200);
        } finally {
            holds.lift(SPIKE, "operator", hold);
        }

        returned.deleteAgain(Set.of(SPIKE));
        assertThat(person.get(page).statusCode()).isEqualTo(404);
        assertThat(person.page(other).select(".transactions")).isNotEmpty();
    }

    @Test
    @DisplayName("DEL-03 an account that ended since the backup ends again, and no other")
    void endsAnAccountAgain() {
        var anothers = "other-" + email;
        var other = people.add(SPIKE, anothers, PortalTest.PASSWORD, Person.Role.MEMBER).id();
        var another = new Browserless(port, "app.localhost").signIn(anothers, PortalTest.PASSWORD);
        sql("create table yesterday_person as select * from identity_person where " + account());
        try {
            leave(person, email, brought);
            assertThat(signsIn()).isFalse();
            sql("insert into identity_person select * from yesterday_person");
            sql("delete from retention_departure where owner_id = '" + brought + "'");
            assertThat(signsIn()).as("came back").isTrue();
        } finally {
            sql("drop table yesterday_person");
        }
        int before = count(REMOVALS, brought);

        returned.deleteAgain(Set.of(SPIKE));
        returned.deleteAgain(Set.of(SPIKE));

        assertThat(signsIn()).isFalse();
        assertThat(count("identity_person where id = :who", brought)).isZero();
        assertThat(another.get("/statements").statusCode()).as("of nobody else").isEqualTo(200);
        assertThat(count(REMOVALS, brought)).isEqualTo(before + 1);
        leave(another, anothers, other.value());
    }

    private void leave(Browserless who, String address, UUID id) {
        who.post("/profile/delete", Map.of("typed", address, "password", PortalTest.PASSWORD));
        departures.goOn(SPIKE);
        assertThat(count("retention_departure where noted and owner_id = :who", id)).isEqualTo(1);
    }

    private boolean signsIn() {
        var answer =
                new Browserless(port, "app.localhost").givePassword(email, PortalTest.PASSWORD);
        return !Browserless.location(answer).endsWith("?failed");
    }

    private int count(String rows, UUID who) {
        return owner.sql("select count(*) from " + rows)
                .param("who", who)
                .query(Integer.class)
                .single();
    }

    private String account() {
        return "id = '" + brought + "'";
    }

    @Test
    @DisplayName("ENC-07 a backup tells nothing of a statement and brings all of it back")
    void bringsBackWhatWasLost() {
        var before = person.get(page + "/download.csv").body();
        var said =
                Stream.of(before.split("[\\n,;\"]"))
                        .filter(cell -> cell.matches("[A-Za-z].{7,}|.*\\d\\.\\d\\d"))
                        .toList();
        assertThat(said).hasSizeGreaterThan(10);

        for (var table : TABLES) {
            var backup =
                    owner.sql("select t::text from yesterday_" + table + " t")
                            .query(String.class)
                            .list();
            assertThat(backup)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(said).noneMatch(row::contains));
        }
        TABLES.forEach(table -> sql("delete from " + table + " where " + ours(table)));
        assertThat(person.get(page).statusCode()).as("lost").isEqualTo(404);
        restore();

        assertThat(person.get(page + "/download.csv").body()).isEqualTo(before);
    }

    /** The signed receipt. */
    private String delete() {
        var receipt = Browserless.location(person.post(page + "/delete", Map.of()));
        UploadForm.await(() -> person.get(receipt + "/receipt.jws").statusCode() == 200);
        assertThat(person.get(page).statusCode()).isEqualTo(404);
        return person.get(receipt + "/receipt.jws").body();
    }

    /** The receipt of the deletion since the restore; empty until it is complete. */
    private String signed() {
        return owner.sql(
                        "select coalesce(receipt, '') from retention_deletion where subject_id = '"
                                + document()
                                + "'")
                .query(String.class)
                .single();
    }

    private String claim(String receipt, String name) {
        var keys = person.get("/.well-known/jwks.json").body();
        return JsonMapper.shared()
                .readTree(Jws.verified(receipt, Receipts.TYPE, keys).orElseThrow())
                .get(name)
                .asString();
    }

    private void restore() {
        TABLES.forEach(table -> sql("insert into " + table + " select * from yesterday_" + table));
    }

    private Map<String, byte[]> halves() {
        var names =
                owner.sql("select half_name from yesterday_vault_document")
                        .query(String.class)
                        .list();
        assertThat(names).hasSize(2).doesNotContainNull();
        return names.stream()
                .collect(
                        Collectors.toMap(
                                name -> name,
                                name ->
                                        s3.getObjectAsBytes(request ->
                                                        request.bucket(settings.bucket(Shelf.KEY))
                                                                .key(name))
                                                .asByteArray()));
    }

    private List<VaultId> keys() {
        return owner
                .sql("select id from vault_document where " + ours("vault_document"))
                .query(UUID.class)
                .list()
                .stream()
                .map(VaultId::new)
                .toList();
    }

    private String ours(String table) {
        return table.equals("statements_document")
                ? "id = '" + document() + "'"
                : "id in (select unnest(array[vault_id, original_id]) from statements_document"
                        + " where id = '"
                        + document()
                        + "')";
    }

    private String document() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private void sql(String statement) {
        owner.sql(statement).update();
    }
}
