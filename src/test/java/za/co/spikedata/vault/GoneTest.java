package za.co.spikedata.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Keys of which the store has noted that a half is destroyed, though the rows have theirs. */
@PortalTest
class GoneTest {
    /** When notes that are written now are settled for good, clocks that differ included. */
    private static final Duration LATER = Duration.ofHours(3);

    @Autowired private Vault vault;
    @Autowired private VaultTable table;
    @Autowired private PlatformSecrets secrets;
    @Autowired private EndNotes ends;
    @Autowired private TenantDatabase database;
    @Autowired private S3Client s3;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final TenantId tenant =
            new TenantId("gone-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId other = new TenantId("another-" + tenant.value());
    private final Set<TenantId> both = new LinkedHashSet<>(List.of(other, tenant));
    private final VaultSettings settings = new VaultSettings("gone-" + UUID.randomUUID());
    private final String bucket = settings.bucket(Shelf.KEY);
    private final List<VaultId> found = new ArrayList<>();
    private final List<Returned> ended = new ArrayList<>();
    private final List<VaultId> kept = new ArrayList<>();
    private ObjectStore store;
    private SingleConnectionDataSource apart;
    private GoneLook look;

    /** The portal's own job goes on with the table that this connection's own one hides. */
    @BeforeEach
    void begin() throws SQLException {
        apart = new SingleConnectionDataSource(owners.getConnection(), true);
        var jdbc = JdbcClient.create(apart);
        jdbc.sql("create temporary table vault_gone_look as table vault_gone_look").update();
        look = new GoneLook(jdbc);
        s3.createBucket(create -> create.bucket(bucket));
        store = new ObjectStore(s3, settings);
        look.askForAll();
    }

    @AfterEach
    void clear() {
        JdbcClient.create(apart).sql("drop table pg_temp.vault_gone_look").update();
        apart.destroy();
        vault.destroy(tenant, kept);
        vault.forget(tenant, kept);
        noteNames().forEach(name -> s3.deleteObject(gone -> gone.bucket(bucket).key(name)));
        s3.deleteBucket(gone -> gone.bucket(bucket));
    }

    @Test
    @DisplayName("DEL-02 a settled note is not read again, unless somebody asks for all")
    void looksAtEachNoteOnce() {
        var first = noted();
        lookLater(true);
        assertThat(found).containsExactly(first.id());

        lookLater(true);
        assertThat(found).as("settled").hasSize(1);

        gone(LATER).askForAll();
        lookLater(true);
        assertThat(found).as("asked for all").hasSize(2);
    }

    @Test
    @DisplayName("DEL-02 what is not settled is looked for until it is")
    void looksUntilItIsSettled() {
        noted();
        lookLater(false);
        lookLater(false);
        lookLater(true);
        assertThat(found).hasSize(3);

        lookLater(true);
        assertThat(found).as("settled").hasSize(3);
    }

    @Test
    @DisplayName("DEL-02 a database that is restored looks by itself at what was noted since")
    void looksAgainAfterARestore() {
        var backup = Instant.now();
        look.settle(look.settled(), backup);
        var since = noted();
        lookLater(true);
        lookLater(true);
        assertThat(found).containsExactly(since.id());

        look.settle(look.settled(), backup);
        lookLater(true);
        assertThat(found).containsExactly(since.id(), since.id());
    }

    @Test
    @DisplayName("DEL-02 who asks for all while a look goes on is heard")
    void forgetsNoRequest() {
        noted();
        look.settle(look.settled(), Instant.now());

        lookWhileSomebodyAsksForAll();

        assertThat(look.settled().until()).isEmpty();
    }

    @Test
    @DisplayName("DEL-02 who asks for all while the first look of all goes on is heard")
    void forgetsNoRequestOfTheFirstLook() {
        noted();

        lookWhileSomebodyAsksForAll();

        assertThat(look.settled().until()).isEmpty();
    }

    private void lookWhileSomebodyAsksForAll() {
        gone(LATER)
                .look(
                        both,
                        (whose, keys) -> {
                            look.askForAll();
                            return find(whose, keys);
                        });
        assertThat(found).hasSize(1);
    }

    @Test
    @DisplayName("DEL-02 a note is its tenant's alone, and its name tells of no tenant")
    void tellsTheStoreOfNoTenant() {
        var deposit = kept();
        notes(Duration.ZERO).write(other, List.of(deposit.halfName()));
        lookLater(true);
        assertThat(found).as("noted by another").isEmpty();

        notes(Duration.ZERO).write(tenant, List.of(deposit.halfName()));
        gone(LATER).askForAll();
        lookLater(true);
        assertThat(found).containsExactly(deposit.id());
        assertThat(noteNames()).hasSize(2).noneMatch(name -> name.contains(tenant.value()));
    }

    @Test
    @DisplayName("DEL-03 what ended is told of, once however often it is noted")
    void tellsWhatEnded() {
        var owner = UUID.randomUUID();
        gone(Duration.ZERO).note(tenant, new Returned.Account(owner));
        gone(Duration.ZERO).note(tenant, new Returned.Account(owner));
        var last = Instant.parse("2026-11-28T09:30:00.000123Z");
        gone(Duration.ZERO).note(tenant, new Returned.Contract(last));

        lookLater(true);

        assertThat(ended)
                .containsExactlyInAnyOrder(
                        new Returned.Account(owner), new Returned.Contract(last));
    }

    @Test
    @DisplayName("DEL-03 whoever writes to the store alone ends nothing by it")
    void believesNoForgedEnd() {
        gone(Duration.ZERO).note(other, new Returned.Contract(Instant.now()));
        var theirs = contents().getFirst();
        var notes = notes(Duration.ZERO);
        notes.write(tenant, "one", "contract");
        notes.write(tenant, "two", "contract " + "0".repeat(64));
        notes.write(tenant, "three", "account " + UUID.randomUUID() + " " + "0".repeat(64));
        notes.write(tenant, "four", theirs);
        var own = ends.line(tenant, new Returned.Contract(Instant.EPOCH));
        notes.write(tenant, "five", own.replaceFirst("1970", "2070"));
        noteNames().stream()
                .filter(name -> name.endsWith("-contract"))
                .forEach(name -> s3.deleteObject(gone -> gone.bucket(bucket).key(name)));

        lookLater(true);

        assertThat(theirs).startsWith("contract ");
        assertThat(noteNames()).hasSize(5);
        assertThat(ended).isEmpty();
    }

    private List<String> contents() {
        return store.read(noteNames()).values().stream()
                .map(content -> new String(content, StandardCharsets.US_ASCII))
                .toList();
    }

    @Test
    @DisplayName("DEL-02 a note from before they had hashes is anybody's")
    void readsEarlierNotes() {
        var deposit = kept();
        var content = deposit.halfName().getBytes(StandardCharsets.US_ASCII);
        store.put("key-gone-" + "0".repeat(64), content, content.length);

        lookLater(true);

        assertThat(found).containsExactly(deposit.id());
    }

    @Test
    @DisplayName("DEL-02 notes older than any backup are deleted")
    void deletesOldNotes() {
        noted();
        gone(Duration.ofDays(35)).look(both, this::find);
        assertThat(noteNames()).hasSize(1);

        gone(Duration.ofDays(37)).look(both, this::find);
        assertThat(noteNames()).isEmpty();
    }

    @Test
    @DisplayName("DEL-02 an old note that the store keeps hides none of the fresh ones")
    void readsBesideNotesThatTheStoreKeeps() throws Exception {
        var old = noted();
        var written = notesThere().getFirst().lastModified();
        Thread.sleep(1_500);
        var fresh = noted();
        var clock = Clock.fixed(written.plus(Duration.ofDays(36)).plusMillis(500), ZoneOffset.UTC);
        var keeping =
                new ObjectStore(s3, settings) {
                    @Override
                    void delete(List<String> names) {
                        throw new ObjectsKept(names.size());
                    }
                };

        var notes = new GoneNotes(keeping, secrets, clock);
        new Gone(notes, ends, look, table, database, clock).look(both, this::find);

        assertThat(noteNames()).hasSize(2);
        assertThat(found).containsExactly(fresh.id()).doesNotContain(old.id());
        assertThat(look.settled().until()).contains(clock.instant());
    }

    private Deposit noted() {
        var deposit = kept();
        notes(Duration.ZERO).write(tenant, List.of(deposit.halfName()));
        return deposit;
    }

    private Deposit kept() {
        var deposit = vault.reserve(tenant);
        vault.keep(tenant, deposit);
        kept.add(deposit.id());
        return deposit;
    }

    private void lookLater(boolean isSettled) {
        gone(LATER).look(both, (whose, keys) -> find(whose, keys) && isSettled);
    }

    private boolean find(TenantId whose, Returned returned) {
        assertThat(whose).isEqualTo(tenant);
        return switch (returned) {
            case Returned.Keys(var keys) -> found.addAll(keys);
            case Returned.Account _, Returned.Contract _ -> ended.add(returned);
        };
    }

    private Gone gone(Duration later) {
        return new Gone(notes(later), ends, look, table, database, clock(later));
    }

    private GoneNotes notes(Duration later) {
        return new GoneNotes(store, secrets, clock(later));
    }

    private static Clock clock(Duration later) {
        return Clock.offset(Clock.systemUTC(), later);
    }

    private List<String> noteNames() {
        return notesThere().stream().map(S3Object::key).toList();
    }

    private List<S3Object> notesThere() {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents();
    }
}
