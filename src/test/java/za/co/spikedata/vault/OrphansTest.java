package za.co.spikedata.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Event;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** The sweep of the store, in buckets of its own. */
@PortalTest
class OrphansTest {
    private static final TenantId CONSOLE = new TenantId("admin");
    private static final int LINES = 1_000;

    @Autowired private KeyRing keys;
    @Autowired private VaultTable table;
    @Autowired private TenantDatabase database;
    @Autowired private BrokenSeals seals;
    @Autowired private SeenOrphans seen;
    @Autowired private Tenants served;
    @Autowired private Audit audit;
    @Autowired private AuditTrail trail;
    @Autowired private GoneNotes notes;
    @Autowired private S3Client s3;

    private final TenantId tenant =
            new TenantId("orphan-" + UUID.randomUUID().toString().charAt(0));
    private final VaultSettings settings = new VaultSettings("orphans-" + UUID.randomUUID());
    private ObjectStore store;
    private Vault vault;

    @BeforeEach
    void fill() {
        for (var shelf : Shelf.values()) {
            s3.createBucket(bucket -> bucket.bucket(settings.bucket(shelf)));
        }
        store = new ObjectStore(s3, settings);
        vault = new Vault(store, notes, keys, table, database, seals);
    }

    @AfterEach
    void clear() {
        var all = database.call(tenant, () -> table.named(tenant, new UUID(0, 0), 100));
        var ids = all.stream().map(VaultTable.Named::id).toList();
        vault.destroy(tenant, ids);
        vault.forget(tenant, ids);
        for (var shelf : Shelf.values()) {
            var bucket = settings.bucket(shelf);
            names(shelf).forEach(name -> s3.deleteObject(gone -> gone.bucket(bucket).key(name)));
            s3.deleteBucket(gone -> gone.bucket(bucket));
        }
    }

    @Test
    @DisplayName("DEL-01 removes from every bucket what no row knows of, and nothing else")
    void removesWhatNoRowKnowsOf() throws IOException {
        var kept = kept();
        var destroyed = kept();
        vault.destroy(tenant, List.of(destroyed));
        vault.attach(tenant, kept, Shelf.REPLICA, new byte[] {2});
        lose("key-" + "0".repeat(64));
        lose("replica-" + "1".repeat(64));
        lose("2".repeat(64));
        lose("somebody-elses");

        var first = Orphans.GRACE.plusMinutes(1);
        assertThat(orphans(first).sweep(Set.of(tenant)))
                .as("a wrong database is found out before it costs anything")
                .isZero();
        assertThat(orphans(first.plus(Orphans.GRACE).minusMinutes(1)).sweep(Set.of(tenant)))
                .isZero();
        int removed = orphans(first.plus(Orphans.GRACE).plusMinutes(1)).sweep(Set.of(tenant));

        assertThat(removed).isEqualTo(3);
        assertThat(trail.newest(CONSOLE, Asked.EVERYTHING, 0, LINES))
                .filteredOn(line -> line.action().equals("objects.swept"))
                .extracting(Event::subject)
                .contains("3");
        assertThat(names(Shelf.PDF)).hasSize(2).contains("somebody-elses");
        assertThat(names(Shelf.REPLICA)).hasSize(1);
        assertThat(names(Shelf.KEY)).as("of a destroyed key, the deleter's").hasSize(2);
        assertThat(vault.read(tenant, kept)).contains(new byte[] {2});
    }

    @Test
    void beginsAnewForWhatARowKnewOfAgain() throws IOException {
        var kept = kept();
        var first = Orphans.GRACE.plusMinutes(1);
        orphans(first).sweep(Set.of());
        orphans(first.plus(Orphans.GRACE)).sweep(Set.of(tenant));
        orphans(first.plus(Orphans.GRACE).plusMinutes(1)).sweep(Set.of());

        assertThat(vault.read(tenant, kept)).contains(new byte[] {1});
    }

    @Test
    void leavesAloneWhatMayStillGetItsRow() {
        lose("3".repeat(64));

        assertThat(orphans(Orphans.GRACE.minusMinutes(1)).sweep(Set.of(tenant))).isZero();

        assertThat(names(Shelf.PDF)).hasSize(1);
    }

    @Test
    @DisplayName("DEL-01 tells which keys have lost an object or their half")
    void tellsWhatTheStoreHasLost() throws IOException {
        var whole = kept();
        var objectless = kept();
        var halfless = kept();
        var deleted = kept();
        store.delete(List.of(entry(objectless).object().orElseThrow()));
        store.delete(List.of(entry(halfless).half().orElseThrow()));
        vault.destroy(tenant, List.of(deleted));
        vault.removeObjects(tenant, List.of(deleted));

        var lost = orphans(Duration.ZERO).lost(tenant);

        assertThat(lost).containsExactlyInAnyOrder(objectless, halfless).doesNotContain(whole);
    }

    private Orphans orphans(Duration later) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        return new Orphans(store, table, seen, database, served, audit, clock);
    }

    private VaultId kept() throws IOException {
        var deposit = vault.put(tenant, new ByteArrayInputStream(new byte[] {1}));
        vault.keep(tenant, deposit);
        return deposit.id();
    }

    private VaultTable.Entry entry(VaultId id) {
        return database.call(tenant, () -> table.find(tenant, id)).orElseThrow();
    }

    private void lose(String name) {
        s3.putObject(
                put -> put.bucket(settings.bucket(Shelf.of(name))).key(name),
                RequestBody.fromBytes(new byte[] {1}));
    }

    private List<String> names(Shelf shelf) {
        return s3.listObjectsV2(list -> list.bucket(settings.bucket(shelf))).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
