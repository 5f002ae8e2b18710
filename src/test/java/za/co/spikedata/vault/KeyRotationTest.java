package za.co.spikedata.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class KeyRotationTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final int READERS = 3;
    private static final int DOCUMENTS = 40;
    private static final String NO_SUCH_GENERATION =
            "set_byte(sealed_email, 0, 127 - get_byte(sealed_email, 0))";

    @Autowired private KeyRotation rotation;
    @Autowired private KeyRing ring;
    @Autowired private Vault vault;
    @Autowired private VaultTable documents;
    @Autowired private TenantKeyTable keys;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;
    @Autowired private People people;
    @Autowired private PersonNames names;
    @Autowired private List<SealedColumns> columns;

    @Test
    @DisplayName("ENC-04 nobody who reads or writes notices that keys are replaced")
    void rotatesUnderLoad() throws Exception {
        var kept = new ArrayList<VaultId>();
        for (int i = 0; i < DOCUMENTS; i++) {
            kept.add(keep("document " + i));
        }
        var email = "rotated-" + UUID.randomUUID() + "@example.com";
        var person = people.add(ACME, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        int before = ring.lastGeneration(ACME);
        var stop = new AtomicBoolean();
        var reading = new CountDownLatch(READERS);

        try (var readers = Executors.newFixedThreadPool(READERS)) {
            Callable<Integer> work =
                    () -> {
                        int rounds = 0;
                        while (!stop.get()) {
                            int which = rounds++ % DOCUMENTS;
                            assertThat(read(kept.get(which))).isEqualTo("document " + which);
                            assertThat(names.emails(ACME, List.of(person.id().toString())))
                                    .containsValue(email);
                            assertThat(read(keep("new"))).isEqualTo("new");
                            reading.countDown();
                        }
                        return rounds;
                    };
            var running = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < READERS; i++) {
                running.add(readers.submit(work));
            }
            reading.await();
            KeyRotation.Done done;
            try {
                done = rotation.rotate(ACME).orElseThrow();
            } finally {
                stop.set(true);
            }
            for (var each : running) {
                assertThat(each.get()).isPositive();
            }

            assertThat(done.generation()).isEqualTo(before + 1);
            assertThat(done.documents()).isGreaterThanOrEqualTo(DOCUMENTS);
            assertThat(done.values()).isGreaterThanOrEqualTo(2);
        }
        assertThat(names.find(ACME, email)).contains(person.id().toString());
    }

    @Test
    @DisplayName("ENC-04 what only a destroyed key opens is lost, and nothing else")
    void losesWhatADestroyedKeyOpened() throws Exception {
        var kept = keep("kept");
        int old = ring.lastGeneration(ACME);
        var copy = database.call(ACME, () -> documents.find(ACME, kept)).orElseThrow().wrappedKey();
        var name = ring.sealed(ACME, "secrets", "x".getBytes(UTF_8), "y".getBytes(UTF_8));

        rotation.rotate(ACME);
        assertThat(rotation.retire(ACME).orElseThrow().retired()).as("too early").isZero();
        assertThat(rotation.retire(ACME, Duration.ofSeconds(-60)).orElseThrow().retired())
                .isPositive();

        assertThat(KeyRing.generationOf(copy)).isEqualTo(old);
        assertThatThrownBy(() -> ring.unwrap(ACME, kept, copy)).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> ring.unsealed(ACME, "secrets", "x".getBytes(UTF_8), name))
                .isInstanceOf(KeyRefused.class);
        assertThat(read(kept)).isEqualTo("kept");
    }

    @Test
    @DisplayName("ENC-03 ENC-04 a value that was changed does not keep the others")
    void goesOnPastAChangedValue() {
        var names = List.of("a", "b", "c").stream().map(each -> each + UUID.randomUUID()).toList();
        var people =
                names.stream()
                        .map(name ->
                                this.people.add(
                                        ACME, name + "@example.com", "x", Person.Role.MEMBER))
                        .toList();
        change(people.getFirst(), "set_byte(sealed_email, 20, 255 - get_byte(sealed_email, 20))");
        change(people.get(1), NO_SUCH_GENERATION);

        int generation = rotation.rotate(ACME).orElseThrow().generation();

        assertThat(generationOf(people.getFirst())).isLessThan(generation);
        assertThat(generationOf(people.getLast())).isEqualTo(generation);
        change(people.getFirst(), "set_byte(sealed_email, 20, 255 - get_byte(sealed_email, 20))");
        change(people.get(1), NO_SUCH_GENERATION);
    }

    private void change(Person person, String to) {
        database.run(
                ACME,
                () ->
                        jdbc.sql(
                                        "update identity_person set sealed_email = "
                                                + to
                                                + " where id = :id")
                                .param("id", person.id().value())
                                .update());
    }

    private int generationOf(Person person) {
        return KeyRing.generationOf(
                database.call(
                        ACME,
                        () ->
                                jdbc.sql("select sealed_email from identity_person where id = :id")
                                        .param("id", person.id().value())
                                        .query(byte[].class)
                                        .single()));
    }

    @Test
    @DisplayName("ENC-04 a new master key opens all that the one before wrapped")
    void replacesTheMasterKey() {
        var tenant = new TenantId("m" + UUID.randomUUID().toString().substring(0, 8));
        var old = master(1);
        var fresh = master(2);
        var sealed =
                ring(new LocalKeys(old, List.of()))
                        .sealed(tenant, "secrets", "x".getBytes(UTF_8), "content".getBytes(UTF_8));

        assertThat(ring(new LocalKeys(fresh, List.of(old))).rewrap(tenant)).isEqualTo(1);
        assertThat(ring(new LocalKeys(fresh, List.of(old))).rewrap(tenant)).isZero();

        assertThat(
                        ring(new LocalKeys(fresh, List.of()))
                                .unsealed(tenant, "secrets", "x".getBytes(UTF_8), sealed))
                .asString(UTF_8)
                .isEqualTo("content");
        assertThatThrownBy(() ->
                        ring(new LocalKeys(old, List.of()))
                                .unsealed(tenant, "secrets", "x".getBytes(UTF_8), sealed))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    @DisplayName("ENC-04 KMS opens all that a local master key wrapped, and what it wraps itself")
    void movesToKms() throws Exception {
        var tenant = new TenantId("k" + UUID.randomUUID().toString().substring(0, 8));
        var old = new LocalKeys(master(4), List.of());
        var context = "x".getBytes(UTF_8);
        var sealed = ring(old).sealed(tenant, "secrets", context, "content".getBytes(UTF_8));
        try (var service = FakeKms.start();
                var client = service.client()) {
            var arn = service.add(true);
            var moving = new KmsKeys(client, arn, Optional.of(old));

            assertThat(ring(moving).rewrap(tenant)).isEqualTo(1);
            assertThat(ring(moving).rewrap(tenant)).isZero();

            var moved = new KmsKeys(client, arn, Optional.empty());
            assertThat(ring(moved).unsealed(tenant, "secrets", context, sealed))
                    .asString(UTF_8)
                    .isEqualTo("content");
            assertThatThrownBy(() -> ring(old).unsealed(tenant, "secrets", context, sealed))
                    .isInstanceOf(KeyRefused.class);
        }
    }

    @Test
    @DisplayName("ENC-05 another master key does not open the portal, and is not told")
    void refusesAnotherMasterKey() {
        var other = master(3);

        assertThatThrownBy(() -> new PlatformKeys(jdbc, new LocalKeys(other, List.of())))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("Expected master key local:")
                .hasMessageNotContaining(Base64.getEncoder().encodeToString(other.key()))
                .hasMessageNotContaining(HexFormat.of().formatHex(other.key()));
    }

    /** Its portal is served until all else is gone, so both commands come across it. */
    @Test
    @DisplayName("ENC-04 DEL-02 a tenant whose keys are destroyed is left out, and gets no others")
    void leavesOutWhatHasEnded() {
        var tenant = new TenantId("e" + UUID.randomUUID().toString().substring(0, 8));
        ring.sealed(tenant, "secrets", "x".getBytes(UTF_8), "content".getBytes(UTF_8));
        assertThat(rotation.rotate(tenant)).map(KeyRotation.Done::generation).contains(2);
        database.run(tenant, () -> ring.end(tenant));

        assertThat(rotation.rotate(tenant)).isEmpty();
        assertThat(rotation.retire(tenant)).isEmpty();

        assertThat(keys.all(tenant)).isEmpty();
        assertThat(database.call(tenant, () -> ring.isEnded(tenant))).isTrue();
    }

    /** A column that nobody names would be lost with the key that sealed it. */
    @Test
    void knowsEveryColumnThatTenantsKeysSeal() {
        var named =
                columns.stream()
                        .flatMap(each -> each.columns().stream())
                        .map(column -> column.table() + "." + column.name())
                        .toList();
        var sealed =
                jdbc.sql(
                                """
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'public' and data_type = 'bytea'
                                    and (column_name like '%sealed%' or column_name like '%secret%')
                                """)
                        .query(String.class)
                        .list();

        assertThat(sealed)
                .containsAll(named)
                .filteredOn(column -> !named.contains(column))
                .as("sealed by a document's key or the platform's, or hashed")
                .allMatch(column ->
                        column.startsWith("statements_")
                                || column.equals("errorstore_entry.sealed_note")
                                || column.equals("errorstore_entry.sealed_sketch")
                                || column.equals("errorstore_group.sealed_note")
                                || column.equals("signing_key.sealed_key")
                                || column.equals("domain_account.sealed_key")
                                || column.endsWith("_hash"));
    }

    private VaultId keep(String text) throws Exception {
        var deposit = vault.put(ACME, new ByteArrayInputStream(text.getBytes(UTF_8)));
        vault.keep(ACME, deposit);
        return deposit.id();
    }

    private String read(VaultId id) throws Exception {
        try (var content = vault.open(ACME, id).orElseThrow()) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private KeyRing ring(KeyService service) {
        return new KeyRing(service, keys, Clock.systemUTC());
    }

    private static MasterKey master(int filledWith) {
        var key = new byte[MasterKey.BYTES];
        java.util.Arrays.fill(key, (byte) filledWith);
        return new MasterKey(key);
    }
}
