package za.co.spikedata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class AuditTrailTest {
    @Autowired private Audit audit;
    @Autowired private AuditTrail trail;
    @Autowired private Anchors anchors;
    @Autowired private AuditSettings settings;
    @Autowired private S3Client s3;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantDatabase database;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private TenantId tenant;
    private JdbcClient owner;

    @BeforeEach
    void writeATrail() {
        tenant = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
        owner = JdbcClient.create(owners);
        for (int i = 1; i <= 9; i++) {
            try (var _ = new Origin("192.0.2." + i, "request-" + i).enter()) {
                audit.record(tenant, "actor", "thing.done", "subject-" + i);
            }
        }
    }

    @Test
    @DisplayName("LOG-04 keeps who, what, where, when and which request of each event")
    void keepsWhoWhatWhereAndWhen() {
        var event = trail.newest(tenant, Asked.EVERYTHING, 0, 1).getFirst();

        assertThat(event.seq()).isEqualTo(9);
        assertThat(event.actor()).isEqualTo("actor");
        assertThat(event.action()).isEqualTo("thing.done");
        assertThat(event.subject()).isEqualTo("subject-9");
        assertThat(event.address()).isEqualTo("192.0.2.9");
        assertThat(event.requestId()).isEqualTo("request-9");
        assertThat(trail.verify(tenant).findings()).isEmpty();
        assertThat(trail.lastVerification(tenant).orElseThrow().events()).isEqualTo(9);
    }

    @Test
    @DisplayName("LOG-04 two who change one thing and tell of it do not wait for each other")
    void isWrittenAfterAllElse() throws Exception {
        var toldFirst = new CountDownLatch(1);
        var changedFirst = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var teller =
                    threads.submit(() ->
                            database.run(
                                    tenant,
                                    () -> {
                                        audit.record(tenant, "teller", "thing.done", "subject");
                                        toldFirst.countDown();
                                        await(changedFirst);
                                        touch();
                                    }));
            var changer =
                    threads.submit(() ->
                            database.run(
                                    tenant,
                                    () -> {
                                        await(toldFirst);
                                        touch();
                                        changedFirst.countDown();
                                        audit.record(tenant, "changer", "thing.done", "subject");
                                    }));
            teller.get(1, TimeUnit.MINUTES);
            changer.get(1, TimeUnit.MINUTES);
        }
        assertThat(trail.newest(tenant, Asked.EVERYTHING, 0, 2).stream().map(Event::actor))
                .containsExactlyInAnyOrder("teller", "changer");
        assertThat(trail.verify(tenant).findings()).isEmpty();
    }

    /** Takes one row's lock until the transaction ends. */
    private void touch() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('touched:' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query((row, _) -> 1)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Expected the other to get on");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @ParameterizedTest(name = "LOG-05 finds an edited {0}")
    @ValueSource(
            strings = {
                "actor = 'other'",
                "action = 'thing.undone'",
                "subject = 'subject-6'",
                "address = ''",
                "request_id = 'request-6'",
                "at = at + interval '1 microsecond'",
                "previous_hash = repeat('0', 64)",
                "hash = repeat('0', 64)"
            })
    void findsAnEditedLine(String edit) {
        change("update audit_event set " + edit + " where tenant_id = :tenant and seq = 5");

        assertThat(trail.verify(tenant).findings()).contains(new Finding(Finding.Kind.CHANGED, 5));
    }

    @Test
    @DisplayName("LOG-05 finds a line whose place, hash and neighbours were made to fit")
    void findsALineThatWasCutOutNeatly() {
        change("delete from audit_event where tenant_id = :tenant and seq = 5");
        change(
                """
                update audit_event set seq = seq - 1, previous_hash = (
                    select hash from audit_event e
                    where e.tenant_id = audit_event.tenant_id and e.seq < audit_event.seq
                    order by seq desc limit 1)
                where tenant_id = :tenant and seq = 6
                """);

        assertThat(trail.verify(tenant).findings()).contains(new Finding(Finding.Kind.CHANGED, 5));
    }

    @Test
    @DisplayName("LOG-05 finds a removed line")
    void findsARemovedLine() {
        change("delete from audit_event where tenant_id = :tenant and seq = 5");

        assertThat(trail.verify(tenant).findings())
                .containsExactly(new Finding(Finding.Kind.MISSING, 5));
    }

    @Test
    @DisplayName("LOG-05 finds two lines that changed places")
    void findsReorderedLines() {
        change("update audit_event set seq = -3 where tenant_id = :tenant and seq = 3");
        change("update audit_event set seq = 3 where tenant_id = :tenant and seq = 7");
        change("update audit_event set seq = 7 where tenant_id = :tenant and seq = -3");

        assertThat(trail.verify(tenant).findings())
                .contains(
                        new Finding(Finding.Kind.CHANGED, 3), new Finding(Finding.Kind.CHANGED, 7));
    }

    @Test
    @DisplayName("LOG-05 finds lines cut off the end, also after more were added")
    void findsLinesCutOffTheEnd() {
        change("delete from audit_event where tenant_id = :tenant and seq > 7");
        assertThat(trail.verify(tenant).findings())
                .containsExactly(new Finding(Finding.Kind.MISSING, 8));

        audit.record(tenant, "actor", "thing.done", "later");
        assertThat(trail.verify(tenant).findings())
                .containsExactly(new Finding(Finding.Kind.MISSING, 8));
    }

    @Test
    @DisplayName("LOG-05 finds a trail that lost its head or has one of somebody else's making")
    void findsAForgedHead() {
        change("delete from audit_event where tenant_id = :tenant and seq > 7");
        change(
                """
                update audit_head set seq = 7,
                    hash = (select hash from audit_event where tenant_id = :tenant and seq = 7)
                where tenant_id = :tenant
                """);
        assertThat(trail.verify(tenant).findings())
                .containsExactly(new Finding(Finding.Kind.HEAD_FORGED, 7));

        change("delete from audit_head where tenant_id = :tenant");
        assertThat(trail.verify(tenant).findings())
                .contains(new Finding(Finding.Kind.HEAD_FORGED, 7));
    }

    @Test
    @DisplayName("LOG-05 finds a whole database set back, by the anchor outside it")
    void findsADatabaseSetBack() {
        var seal = sealOfHead();
        audit.record(tenant, "actor", "thing.done", "incriminating");
        anchors.keep(tenant);
        change("delete from audit_event where tenant_id = :tenant and seq > 9");
        owner.sql(
                        """
                        update audit_head set seq = 9, seal = :seal,
                            hash = (select hash from audit_event
                                where tenant_id = :tenant and seq = 9)
                        where tenant_id = :tenant
                        """)
                .param("tenant", tenant.value())
                .param("seal", seal)
                .update();

        assertThat(trail.verify(tenant).findings())
                .containsExactly(new Finding(Finding.Kind.NOT_AS_ANCHORED, 10));
        anchors.keep(tenant);
        assertThat(trail.verify(tenant).findings()).isNotEmpty();
    }

    @Test
    void asksTheStoreOnceForAChainThatEndsWhereItDid() {
        anchors.keep(tenant);
        s3.deleteObject(gone -> gone.bucket(settings.bucket()).key("audit/" + tenant + "/head"));

        anchors.keep(tenant);
        assertThat(anchors.find(tenant)).as("the store is not asked").isEmpty();

        audit.record(tenant, "actor", "thing.done", "the next");
        anchors.keep(tenant);
        assertThat(anchors.find(tenant).orElseThrow().seq()).isEqualTo(10);
    }

    @Test
    @DisplayName("LOG-05 finds lines another tenant's trail lent")
    void findsLinesOfAnotherTrail() {
        var other = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
        change("update audit_event set tenant_id = '" + other + "' where tenant_id = :tenant");
        change("update audit_head set tenant_id = '" + other + "' where tenant_id = :tenant");

        assertThat(trail.verify(other).findings()).contains(new Finding(Finding.Kind.CHANGED, 1));
    }

    @Test
    @DisplayName("LOG-05 keeps one chain when many write at once")
    void keepsOneChainUnderManyWriters() {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40)
                    .forEach(i ->
                            writers.submit(() -> audit.record(tenant, "actor", "race", "" + i)));
        }

        var verification = trail.verify(tenant);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.events()).isEqualTo(49);
    }

    @ParameterizedTest(name = "LOG-05 the portal''s own role may not {0}")
    @ValueSource(
            strings = {
                "update audit_event set action = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_head",
                "update audit_verification set findings = 0",
                "delete from audit_verification",
                "alter table audit_event disable row level security"
            })
    void onlyAdds(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.run(tenant, () -> jdbc.sql(sql).update()))
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void leavesNoLineOfWorkThatWasRolledBack() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        database.run(
                                tenant,
                                () -> {
                                    audit.record(tenant, "actor", "thing.done", "nothing");
                                    throw new IllegalStateException("rolled back");
                                }));

        assertThat(trail.verify(tenant).events()).isEqualTo(9);
    }

    @Test
    @DisplayName("LOG-09 answers what a person did between two moments")
    void answersWhoDidWhatWhen() {
        var events = trail.newest(tenant, Asked.EVERYTHING, 0, 9);
        audit.record(tenant, "other", "thing.done", "actor");
        audit.record(tenant, "other", "thing.done", "nobody");

        var asked =
                new Asked(
                        java.util.Optional.of("thing.done"),
                        java.util.Optional.of("actor"),
                        java.util.Optional.of(events.get(4).at()),
                        java.util.Optional.empty());

        assertThat(trail.newest(tenant, asked, 0, 100).stream().map(Event::subject))
                .isEqualTo(
                        List.of(
                                "actor",
                                "subject-9",
                                "subject-8",
                                "subject-7",
                                "subject-6",
                                "subject-5"));
        assertThat(trail.count(tenant, asked)).isEqualTo(6);
    }

    private String sealOfHead() {
        return owner.sql("select seal from audit_head where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
    }

    private void change(String sql) {
        assertThat(owner.sql(sql).param("tenant", tenant.value()).update()).isPositive();
    }
}
