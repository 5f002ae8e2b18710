package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.signing.Jws;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.Patience;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.StoredTenants;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantTemplate;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.EndedVault;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;
import za.co.spikedata.vault.VaultSettings;

/** The end of a tenant, by an operator on the console, and by the steps that a kill interrupts. */
@PortalTest
class EndingTest {
    private static final TenantId ADMIN = new TenantId("admin");

    /** Stands in for a console that no job of the portal looks after. */
    private static final TenantId SPIKE = new TenantId("spike");

    private static final Duration DECADE = Duration.ofDays(3_652);

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Tenants tenants;
    @Autowired private TenantVersions versions;
    @Autowired private Suspensions suspensions;
    @Autowired private StoredTenants stored;
    @Autowired private ReturnedItems returned;
    @Autowired private Holds holds;
    @Autowired private EndingTable table;
    @Autowired private DeletionTable deletionTable;
    @Autowired private Deletions deletions;
    @Autowired private List<Kept> kinds;
    @Autowired private Vault vault;
    @Autowired private EndedVault endedVault;
    @Autowired private EndingSteps steps;
    @Autowired private Receipts receipts;
    @Autowired private TenantDatabase database;
    @Autowired private TenantSecrets secrets;
    @Autowired private Outbox outbox;
    @Autowired private Audit audit;
    @Autowired private AuditTrail trail;
    @Autowired private VaultSettings settings;
    @Autowired private S3Client s3;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final String name = "gone-" + UUID.randomUUID().toString().substring(0, 8);
    private final TenantId tenant = new TenantId(name);
    private final String email = name + "@example.com";

    private Browserless person;
    private UUID owner;

    @BeforeEach
    void serveATenantWithAStatement() {
        var text = files("Gone " + name).get("tenant.yml") + "demo: true\n"; // samples
        serve(Map.of("tenant.yml", text));
        owner = people.add(tenant, email, PortalTest.PASSWORD, Person.Role.MEMBER).id().value();
        person = new Browserless(port, name + ".localhost").signIn(email, PortalTest.PASSWORD);
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        await(() -> person.get(page + "/download.csv").statusCode() == 200);
    }

    @Test
    @DisplayName("DEL-01 DEL-02 an operator ends a tenant, and nothing but its receipt is left")
    void endsATenant() throws Exception {
        var operator = new Browserless(port, "admin.localhost").signIn();
        var objects = objects();
        assertThat(objects).isNotEmpty().allMatch(this::isStored);
        outbox.send(tenant, email, "password-changed");
        assertThat(tablesWithRows()).contains("mail_dispatch");
        assertThat(operator.page("/tenants/" + name + "/end").select("form.stack")).isEmpty();
        operator.post("/tenants/suspend", Map.of("tenant", name, "reason", "contract over"));

        var mistyped = order(operator, "another", "over", PortalTest.PASSWORD);
        assertThat(Browserless.refusal(mistyped)).startsWith("That is not the name of the tenant");
        assertThat(Browserless.typed(mistyped, "#typed, #reason"))
                .as("what was typed stays")
                .containsExactly("another", "over");
        var unreasoned = order(operator, "Gone " + name, " ", PortalTest.PASSWORD);
        assertThat(Browserless.refusal(unreasoned)).startsWith("Say why");
        var unproven = order(operator, "Gone " + name, "over", "wrong");
        assertThat(Browserless.refusal(unproven)).startsWith("That is not your password");
        assertThat(unproven.body()).doesNotContain("\"wrong\"");
        var linked =
                operator.page("/tenants/%s/end?typed=Gone+%s&reason=over".formatted(name, name));
        assertThat(linked.select("#typed, #reason"))
                .as("a link types nothing")
                .extracting(Element::val)
                .containsExactly("", "");
        assertThat(versions.isEnded(tenant)).isFalse();
        assertThat(end(operator, "Gone " + name, "over", PortalTest.PASSWORD))
                .endsWith("/tenants/ended");
        assertThat(Browserless.location(operator.post("/tenants/" + name + "/resume", Map.of())))
                .as("what is ordered is not taken back")
                .contains("ENDING");
        await(() -> !receiptLink(operator).isEmpty());

        var receipt = operator.get(receiptLink(operator)).body();
        var keys = operator.get("/.well-known/jwks.json").body();
        var claims =
                JsonMapper.shared()
                        .readTree(Jws.verified(receipt, Receipts.TYPE, keys).orElseThrow());
        assertThat(claims.get("sub").asString()).isEqualTo(name);
        assertThat(claims.get("rule").asString()).isEqualTo("tenant_ended");
        assertThat(claims.get("receipts").asInt()).isEqualTo(1);
        assertThat(objects).noneMatch(this::isStored);
        assertThat(tablesWithRows()).isSubsetOf(EndedRows.KEPT);
        assertThat(person.get("/sign-in").statusCode()).isEqualTo(421);
        assertThatThrownBy(() -> secrets.seal(tenant, "any", "thing"))
                .isInstanceOf(KeyRefused.class);
        assertThat(trail.newest(tenant, Asked.EVERYTHING, 0, 100))
                .extracting(event -> event.action())
                .contains("tenant.end-ordered", "tenant.keys-destroyed", "tenant.ended");
        assertThat(trail.newest(tenant, Asked.EVERYTHING, 0, 100).toString()).doesNotContain(email);
        assertThat(operator.page("/audit?action=tenant.ended").select("tbody").text())
                .contains(name);
        assertThat(operator.post("/tenants", NewTenant.typed(name)).body())
                .as("its short name is not given again")
                .contains("There is a tenant of that short name already");
    }

    @Test
    @DisplayName(
            "DEL-02 with yesterday's database and its keys an ended tenant's documents stay shut")
    void staysShutAfterARestore() throws Exception {
        var keys =
                owner()
                        .sql("select id from vault_document where tenant_id = :tenant")
                        .param("tenant", name)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(VaultId::new)
                        .toList();
        assertThat(vault.fields(tenant, keys)).isNotEmpty().hasSameSizeAs(keys);
        var backedUp = Map.of("vault_tenant_key", "tenant_id", "vault_document", "tenant_id");
        backUp(backedUp);
        try {
            suspensions.begin(tenant, "over");
            ender(steps.all()).goOn(ordered());
            restore(backedUp);
        } finally {
            forget(backedUp);
        }

        assertThat(endedVault.isWithoutKeys(tenant)).as("came back").isFalse();
        assertThat(vault.fields(tenant, keys)).isEmpty();
        for (var key : keys) {
            assertThat(vault.open(tenant, key)).isEmpty();
        }
        endedVault.destroyKeys(tenant);
        assertThat(endedVault.removeObjects(tenant)).isTrue();
    }

    @Test
    @DisplayName("DEL-03 a tenant that ended since the backup ends again, with a receipt")
    void endsAgainAfterARestore() {
        var operator = new Browserless(port, "admin.localhost").signIn();
        endAndBringBack(operator, "delete from retention_ending where ended = '" + name + "'");

        returned.deleteAgain(Set.of(tenant));

        assertThat(suspensions.isSuspended(tenant)).as("shut at once").isTrue();
        await(() -> !receiptLink(operator).isEmpty());
        assertThat(versions.isEnded(tenant)).isTrue();
        assertThat(endedVault.isWithoutKeys(tenant)).isTrue();
        assertThat(tablesWithRows()).isSubsetOf(EndedRows.KEPT);
        assertThat(operator.page("/tenants/ended").select("tr:contains(" + name + ")").text())
                .contains("a backup brought it back");
        returned.deleteAgain(Set.of(tenant));
        assertThat(operator.page("/tenants/ended").select("tr:contains(" + name + ")")).hasSize(1);
    }

    @Test
    @DisplayName("DEL-03 a tenant whose rows alone came back ends again under its first receipt")
    void endsAgainAfterAPartialRestore() {
        var operator = new Browserless(port, "admin.localhost").signIn();
        endAndBringBack(operator, endedEarlier());
        var receipt = operator.get(receiptLink(operator)).body();

        returned.deleteAgain(Set.of(tenant));

        assertThat(suspensions.isSuspended(tenant)).as("shut at once").isTrue();
        await(() -> EndedRows.KEPT.containsAll(tablesWithRows()));
        assertThat(versions.isEnded(tenant)).isTrue();
        assertThat(endedVault.isWithoutKeys(tenant)).isTrue();
        assertThat(operator.get(receiptLink(operator)).body()).isEqualTo(receipt);
    }

    @Test
    @DisplayName("DEL-03 rows that came back without the portal are deleted again")
    void deletesRowsOfAnEndedTenant() {
        var operator = new Browserless(port, "admin.localhost").signIn();
        endAndBringBack(operator, endedEarlier(), Map.of("identity_person", "tenant_id"));
        assertThat(versions.isEnded(tenant)).isTrue();
        assertThat(tablesWithRows()).contains("identity_person");

        returned.deleteAgain(Set.of(tenant));

        await(() -> EndedRows.KEPT.containsAll(tablesWithRows()));
    }

    @Test
    @DisplayName("DEL-03 who takes the short name of a tenant that is forgotten keeps what is made")
    void leavesAnotherOfThatNameAlone() {
        endAndForget();
        serve(files("Another " + name));

        returned.deleteAgain(Set.of(tenant));

        assertThat(suspensions.isSuspended(tenant)).isFalse();
        assertThat(versions.isEnded(tenant)).isFalse();
        assertThat(person.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("DEL-03 a folder does not bring back what ended, whatever the database forgot")
    void endsAgainWhatAFolderBroughtBack() {
        endAndForget();
        serve(files("Another " + name));
        sql("update tenancy_version set made_by = 'folder' where tenant_id = '" + name + "'");

        returned.deleteAgain(Set.of(tenant));

        await(() -> versions.isEnded(tenant));
    }

    private String endedEarlier() {
        return "update retention_ending set completed_at = completed_at - interval '2 days'"
                + " where ended = '%s'".formatted(name);
    }

    /** As in a database that is restored from before the tenant was made. */
    private void endAndForget() {
        suspensions.begin(tenant, "over");
        ender(steps.all()).goOn(ordered());
        assertThat(versions.isEnded(tenant)).isTrue();
        sql("delete from tenancy_document where tenant = '" + name + "'");
        sql("delete from vault_tenant_key where tenant_id = '" + name + "'");
    }

    private Map<String, String> files(String displayed) {
        return new TenantTemplate(
                        tenant,
                        displayed,
                        List.of(name + ".{domain}"),
                        "base",
                        "#0b5cad",
                        "help@example.com")
                .files();
    }

    private void serve(Map<String, String> files) {
        versions.apply(tenant, versions.save(tenant, files, "test", _ -> {}), "test", _ -> {});
    }

    /**
     * @param console what becomes of the console's own row
     */
    private void endAndBringBack(Browserless operator, String console) {
        endAndBringBack(
                operator,
                console,
                Map.of(
                        "tenancy_document", "tenant",
                        "vault_tenant_key", "tenant_id",
                        "identity_person", "tenant_id"));
        stored.serve();
        assertThat(versions.isEnded(tenant)).as("came back").isFalse();
        assertThat(person.get("/sign-in").statusCode()).isEqualTo(200);
    }

    private void endAndBringBack(
            Browserless operator, String console, Map<String, String> backedUp) {
        backUp(backedUp);
        try {
            operator.post("/tenants/suspend", Map.of("tenant", name, "reason", "contract over"));
            end(operator, "Gone " + name, "over", PortalTest.PASSWORD);
            await(() -> !receiptLink(operator).isEmpty());
            sql(console);
            restore(backedUp);
        } finally {
            forget(backedUp);
        }
    }

    /**
     * @param tables with the column that names the tenant
     */
    private void backUp(Map<String, String> tables) {
        tables.forEach((table, column) ->
                sql(
                        "create table yesterday_%1$s as select * from %1$s where %2$s = '%3$s'"
                                .formatted(table, column, name)));
    }

    private void restore(Map<String, String> tables) {
        tables.forEach((table, column) -> {
            sql("delete from %s where %s = '%s'".formatted(table, column, name));
            sql("insert into %1$s select * from yesterday_%1$s".formatted(table));
        });
    }

    private void forget(Map<String, String> tables) {
        tables.keySet().forEach(table -> sql("drop table if exists yesterday_" + table));
    }

    private void sql(String statement) {
        owner().sql(statement).update();
    }

    @Test
    @DisplayName("DEL-04 a legal hold stops the end of a tenant, and the console says so")
    void waitsForALegalHold() {
        var operator = new Browserless(port, "admin.localhost").signIn();
        operator.post("/tenants/suspend", Map.of("tenant", name, "reason", "contract over"));
        var hold = holds.place(tenant, "operator", null, "Case 12");

        assertThat(operator.page("/tenants/" + name + "/end").text()).contains("legal hold");
        end(operator, "Gone " + name, "over", PortalTest.PASSWORD);
        assertThat(table.all(ADMIN)).noneMatch(ending -> ending.tenant().equals(tenant));
        var ending = ordered();
        ender(steps.all()).goOn(ending);

        assertThat(table.find(SPIKE, ending.id()).orElseThrow().isComplete()).isFalse();
        assertThat(objects()).isNotEmpty().allMatch(this::isStored);
        holds.lift(tenant, "operator", hold);
        ender(steps.all()).goOn(ending);
        assertThat(table.find(SPIKE, ending.id()).orElseThrow().isComplete()).isTrue();
    }

    @Test
    @DisplayName("DEL-04 ten years on a hold alone keeps a statement, and the trail names nobody")
    void leavesTheTrailAlone() {
        var objects = objects();
        var deleter =
                new Deleter(
                        deletionTable,
                        deletions,
                        receipts,
                        holds,
                        vault,
                        database,
                        audit,
                        kinds,
                        Clock.offset(Clock.systemUTC(), DECADE));
        var served = tenants.find(tenant).orElseThrow().tenant();
        var hold = holds.place(tenant, "operator", owner, "Case 12");

        deleter.expire(served);
        deleter.finish(tenant);
        assertThat(objects).isNotEmpty().allMatch(this::isStored);

        holds.lift(tenant, "operator", hold);
        deleter.expire(served);
        deleter.finish(tenant);

        assertThat(objects).noneMatch(this::isStored);
        assertThat(person.page("/statements").select("tbody tr")).isEmpty();
        var told = trail.newest(tenant, Asked.EVERYTHING, 0, 100);
        assertThat(told)
                .extracting(event -> event.action())
                .contains("statement.deleted", "deletion.completed", "hold.lifted");
        assertThat(told.toString()).doesNotContain(email, "Case 12", ".pdf");
    }

    @ParameterizedTest(name = "DEL-01 goes on where a node was killed after step {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void goesOnAfterAKill(int killed) {
        var objects = objects();
        suspensions.begin(tenant, "over");
        var ending = ordered();
        var dying = new ArrayList<>(steps.all());
        var last = dying.get(killed);
        dying.set(
                killed,
                each -> {
                    assertThat(last.isDone(each)).isTrue();
                    throw new IllegalStateException("killed");
                });

        assertThatThrownBy(() -> ender(dying).goOn(ending)).hasMessage("killed");
        assertThat(table.find(SPIKE, ending.id()).orElseThrow().isComplete()).isFalse();
        ender(steps.all()).goOn(ending);
        ender(steps.all()).goOn(table.find(SPIKE, ending.id()).orElseThrow());

        assertThat(table.find(SPIKE, ending.id()).orElseThrow().isComplete()).isTrue();
        assertThat(objects).isNotEmpty().noneMatch(this::isStored);
        assertThat(tablesWithRows()).isSubsetOf(EndedRows.KEPT);
        assertThat(tenants.find(tenant)).isEmpty();
        assertThat(
                        owner().sql(
                                        """
                                        select count(*) from retention_deletion
                                        where tenant_id = :tenant and receipt is not null
                                        """)
                                .param("tenant", name)
                                .query(Integer.class)
                                .single())
                .as("the statement has one receipt")
                .isEqualTo(1);
    }

    private Ending ordered() {
        var ending =
                new Ending(
                        UUID.randomUUID(),
                        SPIKE,
                        tenant,
                        "Gone",
                        "over",
                        "operator",
                        Instant.now(),
                        "");
        assertThat(table.insert(SPIKE, ending)).isTrue();
        return ending;
    }

    private Ender ender(List<EndingStep> taken) {
        return new Ender(table, taken, receipts, database, audit, Clock.systemUTC());
    }

    private String end(Browserless operator, String typed, String reason, String password) {
        return Browserless.location(order(operator, typed, reason, password));
    }

    private HttpResponse<String> order(
            Browserless operator, String typed, String reason, String password) {
        return operator.post(
                "/tenants/" + name + "/end",
                Map.of("typed", typed, "reason", reason, "password", password));
    }

    private String receiptLink(Browserless operator) {
        return operator.page("/tenants/ended")
                .select("tr:contains(" + name + ") a[href$=receipt.jws]")
                .attr("href");
    }

    /** Asks the catalogue, as the owner of the tables. */
    private List<String> tablesWithRows() {
        return owner()
                .sql(
                        """
                        select table_name || ' where ' || column_name
                        from information_schema.columns
                        where table_schema = 'public' and column_name in ('tenant_id', 'tenant')
                        """)
                .query(String.class)
                .list()
                .stream()
                .filter(each ->
                        owner().sql("select count(*) from " + each + " = :tenant")
                                        .param("tenant", name)
                                        .query(Integer.class)
                                        .single()
                                > 0)
                .map(each -> each.substring(0, each.indexOf(' ')))
                .toList();
    }

    private List<String> objects() {
        return owner().sql(
                        """
                        select name from vault_document
                        cross join unnest(array[object_name, half_name]) as name
                        where tenant_id = :tenant and name is not null
                        """)
                .param("tenant", name)
                .query(String.class)
                .list();
    }

    private boolean isStored(String object) {
        return java.util.Arrays.stream(Shelf.values())
                .anyMatch(shelf ->
                        !s3.listObjectsV2(
                                        list -> list.bucket(settings.bucket(shelf)).prefix(object))
                                .contents()
                                .isEmpty());
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(Duration.ofSeconds(60), condition);
    }
}
