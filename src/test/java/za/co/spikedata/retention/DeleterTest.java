package za.co.spikedata.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.errorstore.ErrorStore;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.signing.Jws;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Patience;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Retention;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.LockedVault;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.StorelessVault;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;
import za.co.spikedata.vault.VaultSettings;

@PortalTest
class DeleterTest {
    private static final TenantId SPIKE = new TenantId("spike");

    /** So far ahead that the portal's own deleter leaves these deletions alone. */
    private static final Duration LATER = Duration.ofHours(1);

    private static final int MORE_THAN_A_BATCH = 210;

    @LocalServerPort private int port;
    @Autowired private List<Kept> kinds;
    @Autowired private Deletions deletions;
    @Autowired private DeletionTable table;
    @Autowired private Receipts receipts;
    @Autowired private Holds holds;
    @Autowired private ErrorStore errors;
    @Autowired private Vault vault;
    @Autowired private VaultSettings settings;
    @Autowired private S3Client s3;
    @Autowired private TenantDatabase database;
    @Autowired private Audit audit;
    @Autowired private Tenants tenants;
    @Autowired private Origins origins;
    @Autowired private Signatures signatures;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Browserless person;
    private Instant now;

    @BeforeEach
    void signIn() {
        person = new Browserless(port, "app.localhost").signIn();
        now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where a node dies while it finishes a deletion. */
    enum Step {
        BEFORE_THE_OBJECTS,
        BETWEEN_THE_OBJECTS,
        BEFORE_THE_ROWS_ARE_CHECKED,
        BEFORE_THE_RECEIPT_IS_SIGNED,
        BETWEEN_THE_RECEIPTS,
        BEFORE_THE_RECEIPT_IS_WRITTEN
    }

    @ParameterizedTest(name = "DEL-01 leaves nothing of several half-deleted when killed {0}")
    @EnumSource
    void goesOnAfterAKill(Step step) {
        var items = List.of(item(sample()), item(sample()), item(sample()));
        var objects = items.stream().flatMap(item -> objects(item).stream()).toList();
        assertThat(objects).hasSize(items.size()).allMatch(this::isStored);
        var begun = items.stream().collect(Collectors.toMap(item -> item, this::begunLater));

        assertThatThrownBy(() -> deleter(step).finish(SPIKE)).hasMessage("killed");
        assertThat(items)
                .allSatisfy(item -> {
                    assertThat(person.get("/statements/" + item.id()).statusCode()).isEqualTo(404);
                    assertThat(receipt(begun.get(item)).isComplete()).isFalse();
                });
        deleter(null).finish(SPIKE);

        assertThat(objects).noneMatch(this::isStored);
        assertThat(items)
                .allSatisfy(item -> {
                    assertThat(item.keys())
                            .noneMatch(key -> rows("vault_document", key.value()) > 0);
                    assertThat(rows("statements_document", item.id())).isZero();
                    assertThat(claims(receipt(begun.get(item)).signed()).get("sub").asString())
                            .isEqualTo(item.id().toString());
                    assertThat(rows("retention_deletion where subject_id", item.id()))
                            .as("receipts")
                            .isEqualTo(1);
                    assertThat(told("deletion.completed", item.id())).isEqualTo(1);
                });
    }

    @Test
    @DisplayName("DEL-01 has deleted none of several when killed while the deletion begins")
    void deletesNothingWhenKilledWhileItBegins() {
        var items = List.of(item(sample()), item(sample()), item(sample()));

        assertThatThrownBy(() ->
                        deletions.begin(SPIKE, "one", new Dying(statements()), Rule.ASKED, items))
                .hasMessage("killed");

        for (var item : items) {
            assertThat(person.get("/statements/" + item.id() + "/download.csv").statusCode())
                    .isEqualTo(200);
            assertThat(objects(item)).hasSize(1).allMatch(this::isStored);
            assertThat(rows("retention_deletion where subject_id", item.id())).isZero();
        }
    }

    @Test
    @DisplayName("DEL-01 gives a receipt that anyone can verify and nobody can make up")
    void givesAReceipt() throws Exception {
        var pdf = person.get("/statements/samples/proven.pdf").body();
        var document = sample();
        var page =
                Browserless.location(person.post("/statements/" + document + "/delete", Map.of()));
        await(() -> person.get(page + "/receipt.jws").statusCode() == 200);

        var receipt = person.get(page + "/receipt.jws").body();
        var keys = person.get("/.well-known/jwks.json").body();

        var claims = claims(receipt);
        assertThat(claims.get("iss").asString())
                .isEqualTo("https://app.localhost:%d/".formatted(port));
        assertThat(claims.get("sub").asString()).isEqualTo(document.toString());
        assertThat(claims.get("rule").asString()).isEqualTo("asked");
        assertThat(claims.get("sha256").asString()).hasSize(64);
        assertThat(keys).doesNotContain("\"d\"");
        var forged = receipt.substring(0, receipt.length() - 4) + "AAAA";
        assertThat(Jws.verified(forged, Receipts.TYPE, keys)).isEmpty();
        assertThat(Jws.verified(receipt, "something-else", keys)).isEmpty();
        assertThat(pdf).isNotEmpty();
    }

    @Test
    @DisplayName("DEL-04 deletes what is past its date, keeps what is not")
    void deletesWhatIsPastItsDate() {
        var old = sample();
        var fresh = sample();
        age(old, Duration.ofDays(3));
        var brief = tenant(new Retention(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(2)));

        deleter(null, Clock.systemUTC()).expire(brief);

        assertThat(person.get("/statements/" + old).statusCode()).isEqualTo(404);
        assertThat(person.get("/statements/" + fresh).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("DEL-04 lets the PDF of a proven statement go first and keeps what was read")
    void letsTheOriginalGoFirst() {
        var document = sample();
        var original = originalOf(document);
        var brief = tenant(new Retention(Duration.ZERO, Duration.ofDays(7), Duration.ofDays(90)));

        deleter(null, Clock.systemUTC()).expire(brief);

        assertThat(original).isNotNull();
        assertThat(originalOf(document)).isNull();
        assertThat(rows("vault_document where wrapped_key is not null and id", original)).isZero();
        assertThat(person.get("/statements/" + document + "/download.csv").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("DEL-04 a legal hold wins over date and wish, and is told")
    void keepsWhatIsHeld() {
        var document = sample();
        var item = item(document);
        age(document, Duration.ofDays(3));
        var brief = tenant(new Retention(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(2)));
        var hold = holds.place(SPIKE, "operator", item.owner(), "Case 12");
        try {
            deleter(null, Clock.systemUTC()).expire(brief);
            var answer = person.post("/statements/" + document + "/delete", Map.of());

            assertThat(Browserless.location(answer)).endsWith("notice=held");
            assertThat(person.page("/statements?notice=held").select(".notice").text())
                    .contains("legal hold");
            assertThat(person.page("/statements/" + document).select("#held").text())
                    .contains("legal hold");
        } finally {
            holds.lift(SPIKE, "operator", hold);
        }

        assertThat(person.page("/statements/" + document).select("#held")).isEmpty();
        deleter(null, Clock.systemUTC()).expire(brief);
        assertThat(person.get("/statements/" + document).statusCode()).isEqualTo(404);
    }

    @Test
    void givesOneReceiptToAllWhoDeleteTheSameAtOnce() {
        var item = item(sample());

        var first = deletions.begin(SPIKE, "one", statements(), Rule.ASKED, List.of(item));
        var second = deletions.begin(SPIKE, "other", statements(), Rule.EXPIRED, List.of(item));

        assertThat(second).isEqualTo(first).hasSize(1);
    }

    @Test
    void keepsOnWithTheOthersWhenOneCannotBeDone() {
        var stuck = begunLater(item(sample()));
        var fine = begunLater(item(sample()));
        var subject = receipt(stuck).subject();

        deleterWhere(
                        new Asking(
                                statements(),
                                (_, ids) -> ids.contains(subject) ? Set.of(subject) : Set.of()))
                .finish(SPIKE);

        assertThat(receipt(fine).isComplete()).isTrue();
        assertThat(receipt(stuck).isComplete()).isFalse();

        deleter(null, Clock.fixed(now.plus(LATER).plus(LATER), ZoneOffset.UTC)).finish(SPIKE);
        assertThat(receipt(stuck).isComplete()).isTrue();
    }

    @Test
    void takesNothingForGoneThatNobodyKeeps() {
        var item = item(sample());
        var deletion =
                new Deletion(UUID.randomUUID(), "unheard-of", item, Rule.ASKED, now.plus(LATER));
        database.run(SPIKE, () -> table.insert(SPIKE, deletion));
        vault.destroy(SPIKE, item.keys());

        deleterWhere(statements()).finish(SPIKE);

        assertThat(receipt(deletion.id()).isComplete()).isFalse();
        owner().sql("delete from retention_deletion where id = :id")
                .param("id", deletion.id())
                .update();
    }

    @Test
    @DisplayName("DEL-04 deletes again what is filed anew under the same id")
    void deletesAgainWhatIsFiledAnew() {
        var things = new Things();
        var thing = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            things.file(thing);

            deleterWhere(things).expire(tenants.find(SPIKE).orElseThrow().tenant());
            deleterWhere(things).finish(SPIKE);

            assertThat(things.rows).isEmpty();
        }
        assertThat(receipts.of(SPIKE, things.owner, 10))
                .hasSize(2)
                .allMatch(Receipt::isComplete)
                .extracting(Receipt::subject)
                .containsOnly(thing);
        assertThat(things.keys).hasSize(2).noneMatch(key -> rows("vault_document", key) > 0);
    }

    @Test
    @DisplayName("DEL-04 destroys all keys that are due while the store is away, and asks no more")
    void destroysAllThatIsDueWhileTheStoreIsAway() {
        var things = new Things();
        for (int thing = 0; thing < MORE_THAN_A_BATCH; thing++) {
            things.file(UUID.randomUUID());
        }
        var storeless = new StorelessVault(portal);
        var during = deleterWhere(things, storeless, later());

        during.expire(tenants.find(SPIKE).orElseThrow().tenant());

        assertThat(things.rows).isEmpty();
        assertThat(things.keys)
                .noneMatch(key ->
                        rows("vault_document where wrapped_key is not null and id", key) > 0);
        assertThat(storeless.asked()).as("before all are destroyed").isZero();
        during.finish(SPIKE);
        assertThat(storeless.asked()).as("for all, and for three").isEqualTo(4);
        assertThat(receipts.of(SPIKE, things.owner, 1_000)).noneMatch(Receipt::isComplete);

        deleterWhere(things, vault, Clock.fixed(now.plus(LATER).plus(LATER), ZoneOffset.UTC))
                .finish(SPIKE);

        assertThat(receipts.of(SPIKE, things.owner, 1_000))
                .hasSize(MORE_THAN_A_BATCH)
                .allMatch(Receipt::isComplete);
    }

    @Test
    @DisplayName("DEL-04 objects that the store keeps, as under a lock, keep no others waiting")
    void goesOnPastWhatTheStoreKeeps() {
        var things = new Things();
        for (int thing = 0; thing < 8; thing++) {
            things.file(UUID.randomUUID());
        }
        var last = things.keys.getLast();
        var locked =
                things.keys.stream().filter(key -> !key.equals(last)).map(this::halfOf).toList();
        var during = deleterWhere(things, new LockedVault(portal, Set.copyOf(locked)), later());
        during.expire(tenants.find(SPIKE).orElseThrow().tenant());

        during.finish(SPIKE);

        assertThat(rows("vault_document", last)).isZero();
        assertThat(locked).allMatch(name -> isStored(Shelf.KEY, name));
        assertThat(receipts.of(SPIKE, things.owner, 10)).filteredOn(Receipt::isComplete).hasSize(1);
        deleterWhere(things, vault, Clock.fixed(now.plus(LATER).plus(LATER), ZoneOffset.UTC))
                .finish(SPIKE);
        assertThat(receipts.of(SPIKE, things.owner, 10)).hasSize(8).allMatch(Receipt::isComplete);
    }

    @Test
    @DisplayName("DEL-01 one receipt tells of all that is filed anew while the deletion goes on")
    void takesWhatIsFiledWhileTheDeletionGoesOn() {
        var things = new Things();
        var thing = UUID.randomUUID();
        things.file(thing);
        var first = deletions.begin(SPIKE, "one", things, Rule.ASKED, things.all());
        things.file(thing);

        var second = deletions.begin(SPIKE, "other", things, Rule.ASKED, things.all());
        deleterWhere(things).finish(SPIKE);

        assertThat(second).isEqualTo(first);
        assertThat(receipts.of(SPIKE, things.owner, 10)).hasSize(1).allMatch(Receipt::isComplete);
        assertThat(things.keys).hasSize(2).noneMatch(key -> rows("vault_document", key) > 0);
    }

    @Test
    @DisplayName("DEL-01 leaves nothing of a failure that is filed in the moment of the deletion")
    void leavesNothingOfAFailureFiledMeanwhile() {
        var item = item(sample());
        errors.file(
                SPIKE,
                new Failure(
                        item.id(),
                        item.owner(),
                        item.keys().getFirst(),
                        new Failure.How("NO_TEXT", Optional.empty(), 0, 0, Trace.EMPTY),
                        true,
                        now),
                vault.reserve(SPIKE));
        var key = errors.keys(SPIKE, List.of(item.id())).get(item.id());
        var half = halfOf(key.value());
        assertThat(isStored(Shelf.KEY, half)).isTrue();

        deletions.begin(SPIKE, "one", statements(), Rule.ASKED, List.of(item));
        deleter(null).finish(SPIKE);

        assertThat(rows("vault_document", key.value())).isZero();
        assertThat(isStored(Shelf.KEY, half)).isFalse();
    }

    private JsonNode claims(String receipt) {
        var keys = person.get("/.well-known/jwks.json").body();
        return JsonMapper.shared()
                .readTree(Jws.verified(receipt, Receipts.TYPE, keys).orElseThrow());
    }

    private UUID sample() {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        await(() -> person.get(page + "/download.csv").statusCode() == 200);
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private Kept statements() {
        return kinds.stream()
                .filter(each -> each.kind().equals("statement"))
                .findFirst()
                .orElseThrow();
    }

    private Item item(UUID document) {
        var owner =
                owner().sql("select person_id from statements_document where id = :id")
                        .param("id", document)
                        .query(UUID.class)
                        .single();
        return statements().of(SPIKE, owner, 1_000).stream()
                .filter(item -> item.id().equals(document))
                .findFirst()
                .orElseThrow();
    }

    /** Begins as {@link Deletions} does, but at a time of which only this test's deleter knows. */
    private UUID begunLater(Item item) {
        var deletion =
                new Deletion(UUID.randomUUID(), "statement", item, Rule.ASKED, now.plus(LATER));
        database.run(
                SPIKE,
                () -> {
                    table.insert(SPIKE, deletion);
                    vault.destroy(SPIKE, item.keys());
                    statements().remove(SPIKE, List.of(item.id()));
                });
        return deletion.id();
    }

    private Receipt receipt(UUID id) {
        var owner =
                owner().sql("select owner_id from retention_deletion where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single();
        return receipts.find(SPIKE, owner, id).orElseThrow();
    }

    private Deleter deleterWhere(Kept kept) {
        return deleterWhere(kept, vault, later());
    }

    private Deleter deleterWhere(Kept kept, Vault where, Clock clock) {
        return new Deleter(
                table, deletions, receipts, holds, where, database, audit, List.of(kept), clock);
    }

    private Deleter deleter(Step killed) {
        return deleter(killed, later());
    }

    private Deleter deleter(Step killed, Clock clock) {
        var all = new ArrayList<Kept>();
        for (var kept : kinds) {
            all.add(
                    new Asking(
                            kept,
                            (tenant, ids) -> {
                                dieAt(Step.BEFORE_THE_ROWS_ARE_CHECKED, killed);
                                return kept.left(tenant, ids);
                            }));
        }
        return new Deleter(
                new DyingTable(killed),
                deletions,
                new DyingReceipts(killed, clock),
                holds,
                vault,
                database,
                audit,
                all,
                clock);
    }

    private Clock later() {
        return Clock.fixed(now.plus(LATER), ZoneOffset.UTC);
    }

    private static void dieAt(Step here, Step killed) {
        if (here == killed) {
            throw new IllegalStateException("killed");
        }
    }

    private final class DyingTable extends DeletionTable {
        private final Step killed;

        DyingTable(Step killed) {
            super(JdbcClient.create(new NoDataSource()), database);
            this.killed = killed;
        }

        @Override
        List<Deletion> pending(TenantId tenant, Instant at, int most) {
            var pending = table.pending(tenant, at, most);
            dieAt(Step.BEFORE_THE_OBJECTS, pending.isEmpty() ? null : killed);
            if (killed == Step.BETWEEN_THE_OBJECTS) {
                vault.removeObjects(tenant, pending.getFirst().item().keys());
            }
            dieAt(Step.BETWEEN_THE_OBJECTS, killed);
            return pending;
        }

        @Override
        void postpone(TenantId tenant, UUID id, Instant until) {
            table.postpone(tenant, id, until);
        }

        @Override
        Set<UUID> complete(TenantId tenant, Map<Deletion, String> signed) {
            dieAt(Step.BEFORE_THE_RECEIPT_IS_WRITTEN, killed);
            return table.complete(tenant, signed);
        }
    }

    private static final class NoDataSource
            extends org.springframework.jdbc.datasource.AbstractDataSource {
        @Override
        public java.sql.Connection getConnection() {
            throw new IllegalStateException("Expected every call to be answered by the real table");
        }

        @Override
        public java.sql.Connection getConnection(String name, String password) {
            return getConnection();
        }
    }

    private final class DyingReceipts extends Receipts {
        private final Step killed;
        private boolean isAnySigned;

        DyingReceipts(Step killed, Clock clock) {
            super(table, signatures, tenants, origins, clock);
            this.killed = killed;
        }

        @Override
        String signed(TenantId tenant, Deletion deletion) {
            dieAt(Step.BEFORE_THE_RECEIPT_IS_SIGNED, killed);
            dieAt(Step.BETWEEN_THE_RECEIPTS, isAnySigned ? killed : null);
            isAnySigned = true;
            return super.signed(tenant, deletion);
        }
    }

    /** Its node dies once the rows are taken away. */
    private record Dying(Kept kept) implements Kept {
        @Override
        public String kind() {
            return kept.kind();
        }

        @Override
        public List<Item> due(Tenant tenant, Instant at, Set<UUID> held, int most) {
            return kept.due(tenant, at, held, most);
        }

        @Override
        public List<Item> of(TenantId tenant, UUID owner, int most) {
            return kept.of(tenant, owner, most);
        }

        @Override
        public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
            kept.remove(tenant, ids);
            throw new IllegalStateException("killed");
        }

        @Override
        public Set<UUID> left(TenantId tenant, List<UUID> ids) {
            return kept.left(tenant, ids);
        }
    }

    /** What a module keeps of one person: rows in memory, their keys in the vault. */
    private final class Things implements Kept {
        final UUID owner = UUID.randomUUID();
        final Map<UUID, VaultId> rows = new HashMap<>();
        final List<UUID> keys = new ArrayList<>();
        private int asked;

        void file(UUID thing) {
            var deposit = vault.reserve(SPIKE);
            vault.keep(SPIKE, deposit);
            rows.put(thing, deposit.id());
            keys.add(deposit.id().value());
        }

        List<Item> all() {
            return of(SPIKE, owner, Integer.MAX_VALUE);
        }

        @Override
        public String kind() {
            return "thing-" + owner;
        }

        @Override
        public List<Item> due(Tenant tenant, Instant at, Set<UUID> held, int most) {
            asked++;
            assertThat(asked).as("asks no end of times").isLessThan(10);
            return of(tenant.id(), owner, most);
        }

        @Override
        public List<Item> of(TenantId tenant, UUID person, int most) {
            return rows.entrySet().stream()
                    .limit(most)
                    .map(row -> new Item(row.getKey(), owner, List.of(row.getValue()), ""))
                    .toList();
        }

        @Override
        public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
            var named = new HashMap<UUID, List<VaultId>>();
            ids.forEach(id ->
                    Optional.ofNullable(rows.remove(id))
                            .ifPresent(key -> named.put(id, List.of(key))));
            return named;
        }

        @Override
        public Set<UUID> left(TenantId tenant, List<UUID> ids) {
            return ids.stream().filter(rows::containsKey).collect(Collectors.toSet());
        }
    }

    /** A keeper that is asked something else when it is asked what is left. */
    private record Asking(Kept kept, BiFunction<TenantId, List<UUID>, Set<UUID>> asked)
            implements Kept {
        @Override
        public String kind() {
            return kept.kind();
        }

        @Override
        public List<Item> due(Tenant tenant, Instant at, Set<UUID> held, int most) {
            return kept.due(tenant, at, held, most);
        }

        @Override
        public List<Item> of(TenantId tenant, UUID owner, int most) {
            return kept.of(tenant, owner, most);
        }

        @Override
        public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
            return kept.remove(tenant, ids);
        }

        @Override
        public Set<UUID> left(TenantId tenant, List<UUID> ids) {
            return asked.apply(tenant, ids);
        }
    }

    private Tenant tenant(Retention retention) {
        var tenant = tenants.find(SPIKE).orElseThrow().tenant();
        return new Tenant(
                tenant.id(),
                tenant.name(),
                tenant.hosts(),
                tenant.formerHosts(),
                tenant.theme(),
                tenant.kind(),
                tenant.locale(),
                tenant.languages(),
                tenant.mail(),
                tenant.supportEmail(),
                tenant.secondFactor(),
                tenant.roles(),
                tenant.tamperFindings(),
                retention,
                tenant.breakGlass(),
                tenant.acting(),
                tenant.without(),
                tenant.webhooks(),
                tenant.plan(),
                tenant.demo());
    }

    private List<String> objects(Item item) {
        return owner().sql(
                        """
                        select object_name from vault_document
                        where id = any(:ids) and object_name is not null
                        """)
                .param("ids", item.keys().stream().map(key -> key.value()).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private boolean isStored(String object) {
        return isStored(Shelf.PDF, object);
    }

    private boolean isStored(Shelf shelf, String object) {
        return !s3.listObjectsV2(list -> list.bucket(settings.bucket(shelf)).prefix(object))
                .contents()
                .isEmpty();
    }

    private String halfOf(UUID key) {
        return owner().sql("select half_name from vault_document where id = :id")
                .param("id", key)
                .query(String.class)
                .single();
    }

    private UUID originalOf(UUID document) {
        return owner().sql("select original_id from statements_document where id = :id")
                .param("id", document)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private int rows(String table, UUID id) {
        return owner().sql(
                        "select count(*) from "
                                + (table.contains(" where ") ? table : table + " where id")
                                + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** How often the trail tells of it. */
    private int told(String action, UUID subject) {
        return owner().sql(
                        "select count(*) from audit_event where action = :action and subject ="
                                + " :subject")
                .param("action", action)
                .param("subject", subject.toString())
                .query(Integer.class)
                .single();
    }

    private void age(UUID document, Duration by) {
        owner().sql(
                        "update statements_document set created_at = now() - :by::interval where id"
                                + " = :id")
                .param("by", by.toString())
                .param("id", document)
                .update();
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(Duration.ofSeconds(60), condition);
    }
}
