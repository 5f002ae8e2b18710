package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.Patience;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Relay;
import za.co.spikedata.support.Relays;
import za.co.spikedata.support.WaitingMail;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

/** A tenant's mail leaves by its own server, or waits. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class OwnServerTest {
    private static final String BY = "00000000-0000-0000-0000-000000000001";
    private static final String SECRET = "r\u00e9lay %20+ s/cret:@ word";
    private static final String SUBJECT = "A new password for";
    private static final String USER = "portal@acme.example";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;
    @Autowired private Outbox outbox;
    @Autowired private Dispatches dispatches;
    @Autowired private DispatchLog log;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private TenantId tenant;
    private String host;
    private String name;
    private String reader;
    private Browserless administrator;

    /** What the administrator is told of signing in has left by the platform before. */
    @BeforeEach
    void create() {
        var created = NewTenant.create(port, "smtp");
        tenant = created.id();
        host = created.host();
        name = "smtp." + tenant + ".example";
        reader = "reader@" + tenant + ".example";
        administrator = created.administrator(people, port);
        var waiting = new Dispatch.Asked(Optional.of(tenant), Optional.of(Dispatch.Show.WAITING));
        await(() -> dispatches.count(waiting) == 0);
        assertThat(dispatches.count(waiting)).isZero();
    }

    @AfterEach
    void forgetWhatWaits() {
        WaitingMail.forget(owners, tenant);
    }

    @ParameterizedTest
    @CsvSource({"587, STARTTLS", "465, FIRST"})
    void takesMailFromWhoKnowsThePassword(int at, Relay.Tls tls) throws Exception {
        try (var relay = Relays.open(name, name, tls, SECRET)) {
            name(name, at);
            assertThat(set(name, SECRET, PortalTest.PASSWORD)).endsWith("notice=set");

            send();

            var mail = relay.await(reader, SUBJECT);
            assertThat(mail.hello()).isEqualTo(host);
            assertThat(mail.user()).isEqualTo(USER);
            assertThat(mail.message())
                    .contains("Reply-To: answers@acme.example")
                    .doesNotContain("Received:");
            assertThat(await(Dispatch.State.SENT).tries()).isZero();
            assertThat(MailServer.to(reader)).isEmpty();
            if (tls == Relay.Tls.STARTTLS) {
                assertThat(relay.heard()).startsWith("EHLO " + host, "STARTTLS", "EHLO " + host);
            }
        }
    }

    @Test
    @DisplayName(
            "a wrong password sends nothing elsewhere and is never told; a right one all at once")
    void waitsWhileThePasswordIsWrong(CapturedOutput output) throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            set(name, "another secret of theirs", PortalTest.PASSWORD);

            send();

            assertThat(failed().fault()).contains(MailFault.SIGN_IN);
            assertThat(administrator.page("/settings/mail").select(".notice.warn").text())
                    .contains("does not take the user and password");
            assertThat(relay.taken()).isEmpty();
            assertThat(MailServer.to(reader)).isEmpty();

            set(name, SECRET, PortalTest.PASSWORD);

            relay.await(reader, SUBJECT);
            assertThat(MailServer.to(reader)).isEmpty();
            assertThat(output.getAll()).doesNotContain("another secret of theirs", SECRET);
        }
    }

    @Test
    @DisplayName("one mail alone tries a new password; the others follow once it is sent")
    void triesANewPasswordOnce() throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            for (int i = 0; i < 3; i++) {
                send();
            }
            awaitAll(each -> each.fault().equals(Optional.of(MailFault.NO_PASSWORD)));
            awaitAll(each -> !isPicked(each));
            putOff();

            assertThat(set(name, "another secret of theirs", PortalTest.PASSWORD))
                    .endsWith("notice=set");

            awaitAll(each -> each.tries() == (each.equals(oldest()) ? 2 : 1));
            awaitAll(each -> !isPicked(each));
            assertThat(oldest().fault()).contains(MailFault.SIGN_IN);
            assertThat(administrator.page("/settings/mail").select(".notice.warn").text())
                    .contains("could not be sent")
                    .doesNotContain("no password here yet");
            assertThat(signIns(relay)).isOne();

            dueByThemselves();
            awaitAll(each -> each.tries() == (each.equals(oldest()) ? 3 : 2));
            awaitAll(each -> !isPicked(each));
            assertThat(all("reset"))
                    .allMatch(each -> each.fault().equals(Optional.of(MailFault.SIGN_IN)));
            assertThat(signIns(relay)).as("a refused password is not tried again").isOne();
            putOff();

            set(name, SECRET, PortalTest.PASSWORD);

            awaitAll(each -> each.state() == Dispatch.State.SENT);
            assertThat(signIns(relay)).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("a password that is taken after all is so for all, whatever became of that mail")
    void asksAgainWhereAnOperatorWantsIt() throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, "not yet changed")) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);
            outbox.send(tenant, Relay.NOBODY + "@acme.example", "reset", "https://example.com/x");
            assertThat(failed().fault()).contains(MailFault.SIGN_IN);
            awaitAll(each -> !isPicked(each));
            putOff();
            relay.password(SECRET);

            dispatches.tryNow(newest(), () -> {});

            awaitAll(each -> each.fault().equals(Optional.of(MailFault.REFUSED)));
            send();
            relay.await(reader, SUBJECT);
            assertThat(await(Dispatch.State.SENT).tries()).isZero();
        }
    }

    @Test
    @DisplayName("waiting for others to be sent is no fault of a mail's")
    void countsNoTryBeforeItsTurn() throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET);
                var _ = relay.occupy()) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);
            for (int i = 0; i <= OwnServer.MOST_AT_ONCE; i++) {
                send();
            }

            await(() -> all("reset").stream().anyMatch(OwnServerTest::isPutOff));

            assertThat(all("reset"))
                    .filteredOn(OwnServerTest::isPutOff)
                    .isNotEmpty()
                    .allMatch(each -> each.tries() == 0 && each.fault().isEmpty());
        }
    }

    private static boolean isPutOff(Dispatch dispatch) {
        return dispatch.next().filter(dispatch.written()::isBefore).isPresent();
    }

    @Test
    @DisplayName("a mail's job is locked before its row of the log, as operators lock them")
    void locksTheJobFirst() throws Exception {
        name(name, 587);
        send();
        failed();
        awaitAll(each -> !isPicked(each));
        putOff();
        try (var other = Executors.newSingleThreadExecutor();
                var held = new SingleConnectionDataSource(owners.getConnection(), true)) {
            var holder = JdbcClient.create(held);
            holder.sql("begin").update();
            holder.sql(
                            """
                            select 1 from scheduled_tasks
                            where task_name = 'send-mail' and task_instance like :tenant || '/%'
                            for update
                            """)
                    .param("tenant", tenant.value())
                    .query(Integer.class)
                    .single();
            var tried = other.submit(() -> dispatches.tryWithNewPassword(tenant));
            awaitWhoWaitsFor(holder);

            assertThat(
                            JdbcClient.create(owners)
                                    .sql(
                                            """
                                            select 1 from mail_dispatch
                                            where tenant = :tenant and state = 'WAITING'
                                            for update skip locked
                                            """)
                                    .param("tenant", tenant.value())
                                    .query(Integer.class)
                                    .list())
                    .hasSize(1);
            holder.sql("rollback").update();
            tried.get();
        }
    }

    private static void awaitWhoWaitsFor(JdbcClient holder) {
        var waiting =
                holder.sql(
                        """
                        select exists (select from pg_locks
                            where transactionid = pg_current_xact_id()::xid and not granted)
                        """);
        await(() -> waiting.query(Boolean.class).single());
        assertThat(waiting.query(Boolean.class).single()).isTrue();
    }

    @Test
    void takesNoMoreThanFivePasswordsAnHour() {
        name(name, 587);
        for (int i = 0; i < 5; i++) {
            assertThat(set(name, SECRET, PortalTest.PASSWORD)).endsWith("notice=set");
        }

        var page = set(name, SECRET, PortalTest.PASSWORD);

        assertThat(page).endsWith("notice=set-enough");
        assertThat(
                        administrator
                                .page("/settings/mail?notice=set-enough")
                                .select("[role=alert]")
                                .text())
                .startsWith("The password was changed five times lately");
    }

    @Test
    void saysNothingToWhoIsNotTheServer() throws Exception {
        try (var relay = Relays.open(name, "smtp.other.example", Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);

            send();

            assertThat(failed().fault()).contains(MailFault.NO_TRUST);
            assertThat(relay.heard()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void signsInNowhereWithoutEncryption() throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.NEVER, SECRET)) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);

            send();

            failed();
            assertThat(relay.heard())
                    .isNotEmpty()
                    .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            assertThat(MailServer.to(reader)).isEmpty();
        }
    }

    @Test
    void goesNowhereThatIsNotPublic() throws Exception {
        Relays.name(name, "10.0.0.1");
        name(name, 587);
        set(name, SECRET, PortalTest.PASSWORD);

        send();

        assertThat(failed().fault()).contains(MailFault.NOT_PUBLIC);
        assertThat(MailServer.to(reader)).isEmpty();
    }

    @Test
    @DisplayName("each server and user has its own password, which is in no document")
    void findsThePasswordOfAServerAgain() throws Exception {
        var other = "smtp.other-" + tenant + ".example";
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET);
                var another = Relays.open(other, other, Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);
            name(other, 587);
            assertThat(isSet()).isFalse();

            send();

            assertThat(failed().fault()).contains(MailFault.NO_PASSWORD);
            assertThat(another.heard()).noneMatch(line -> line.startsWith("AUTH"));

            name(name, 587);
            assertThat(isSet()).isTrue();
            dispatches.tryNow(newest(), () -> {});

            relay.await(reader, SUBJECT);
            assertThat(exported()).contains(name).doesNotContain(SECRET);
            assertThat(administrator.get("/settings/mail").body()).doesNotContain(SECRET);
            assertThat(administrator.get("/audit/export.json").body())
                    .contains("mail-server.password-set")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void setsAndRemovesAPasswordOnlyWithProofAndForTheServerThatWasSeen() {
        name(name, 587);

        assertThat(set(name, SECRET, "guess")).endsWith("notice=proof");
        assertThat(set("smtp.before.example", SECRET, PortalTest.PASSWORD))
                .endsWith("notice=no-server");
        assertThat(set(name, "", PortalTest.PASSWORD)).endsWith("notice=invalid");
        assertThat(isSet()).isFalse();

        assertThat(set(name, SECRET, PortalTest.PASSWORD)).endsWith("notice=set");
        assertThat(remove("guess")).endsWith("notice=proof");
        assertThat(isSet()).isTrue();
        assertThat(remove(PortalTest.PASSWORD)).endsWith("notice=removed");
        assertThat(isSet()).isFalse();
    }

    @Test
    void testsByMailToWhoeverAsks() throws Exception {
        var boss = "asks@" + tenant + ".example";
        var asks = new NewTenant(tenant, host).administrator(people, port, boss);
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            set(name, SECRET, PortalTest.PASSWORD);

            asks.post("/settings/mail/test", Map.of());

            relay.await(boss, "Test mail from Some Lenders");
            assertThat(MailServer.to(boss)).noneMatch(mail -> mail.startsWith("Test mail"));
        }
    }

    @Test
    void testsNoMoreThanFiveTimesAnHour() {
        var others = NewTenant.create(port, "smtp").administrator(people, port);
        for (int i = 0; i < 5; i++) {
            assertThat(test(administrator)).endsWith("notice=tested");
        }

        assertThat(test(administrator)).endsWith("notice=enough");
        assertThat(administrator.page("/settings/mail?notice=enough").select("[role=alert]").text())
                .startsWith("Five test mails were sent lately");
        assertThat(all("test")).hasSize(5);
        assertThat(test(others)).endsWith("notice=tested");
    }

    @Test
    @DisplayName(
            "mail of a tenant whose document is no longer valid waits, and leaves nowhere else")
    void waitsWhileItsTenantIsNotServed() throws Exception {
        try (var relay = Relays.open(name, name, Relay.Tls.STARTTLS, SECRET)) {
            name(name, 587);
            send();
            failAgain(failed(), MailWorker.MOST_FAULTS - 1);
            var served = versions.files(tenant);
            store(Map.of("tenant.yml", "name: 7\n"));

            var waiting = triedWhileNotServed();
            assertThat(waiting.tries()).as("no fault of its own").isEqualTo(MailWorker.MOST_FAULTS);
            assertThat(waiting.state()).isEqualTo(Dispatch.State.WAITING);
            assertThat(MailServer.to(reader)).isEmpty();
            assertThat(relay.taken()).isEmpty();

            store(served);
            set(name, SECRET, PortalTest.PASSWORD);
            dispatches.tryNow(newest(), () -> {});

            relay.await(reader, SUBJECT);
        }
    }

    @Test
    @DisplayName("mail of a tenant that ended is not sent")
    void sendsNothingOfATenantThatEnded() throws Exception {
        name(name, 587);
        send();
        var waiting = failed();
        versions.end(tenant, () -> {});

        dispatches.tryNow(waiting, () -> {});

        assertThat(await(Dispatch.State.GIVEN_UP).state()).isEqualTo(Dispatch.State.GIVEN_UP);
        assertThat(MailServer.to(reader)).isEmpty();
    }

    @Test
    void leavesOthersToThePlatform() {
        var others = NewTenant.create(port, "smtp").id();
        name(name, 587);
        var address = "reader@" + others + ".example";

        outbox.send(others, address, "reset", "https://example.com/x");

        assertThat(MailServer.next(address, 0)).isNotEmpty();
    }

    /** Applies a version that names this server. */
    private void name(String server, int at) {
        var files = new HashMap<>(versions.files(tenant));
        var yaml = YAMLMapper.shared();
        var root = (ObjectNode) yaml.readTree(files.get("tenant.yml"));
        var mail = (ObjectNode) root.get("mail");
        mail.put("reply-to", "answers@acme.example");
        mail.putObject("server").put("host", server).put("port", at).put("user", USER);
        files.put("tenant.yml", yaml.writeValueAsString(root));
        versions.apply(tenant, versions.save(tenant, files, BY, _ -> {}), "test", _ -> {});
    }

    private String set(String server, String secret, String password) {
        return Browserless.location(
                administrator.post(
                        "/settings/mail/password",
                        Map.of(
                                "host", server,
                                "user", USER,
                                "secret", secret,
                                "password", password)));
    }

    private static String test(Browserless asks) {
        return Browserless.location(asks.post("/settings/mail/test", Map.of()));
    }

    /** What the database has, as if a release had come that takes it no more. */
    private void store(Map<String, String> files) {
        JdbcClient.create(owners)
                .sql(
                        """
                        update tenancy_document
                        set files = :files, change = nextval('tenancy_change')
                        where tenant = :tenant
                        """)
                .param("files", JsonMapper.shared().writeValueAsString(files))
                .param("tenant", tenant.value())
                .update();
        versions.refresh();
    }

    private String remove(String password) {
        return Browserless.location(
                administrator.post("/settings/mail/password/remove", Map.of("password", password)));
    }

    private boolean isSet() {
        return !administrator.page("/settings/mail").select("#remove-title").isEmpty();
    }

    private void send() {
        outbox.send(tenant, reader, "reset", "https://example.com/" + UUID.randomUUID());
    }

    private Dispatch newest() {
        return all("reset").getFirst();
    }

    private List<Dispatch> all(String kind) {
        return dispatches
                .newest(new Dispatch.Asked(Optional.of(tenant), Optional.empty()), 0, 20)
                .stream()
                .filter(each -> each.kind().equals(kind))
                .toList();
    }

    private static long signIns(Relay relay) {
        return relay.heard().stream().filter(line -> line.startsWith("AUTH")).count();
    }

    private Dispatch oldest() {
        return all("reset").getLast();
    }

    /** A fault is written before its job is put off. */
    private boolean isPicked(Dispatch dispatch) {
        return JdbcClient.create(owners)
                .sql(
                        """
                        select exists (select from scheduled_tasks
                            where task_name = 'send-mail' and task_instance = :name and picked)
                        """)
                .param("name", MailWorker.name(new MailWorker.Letter(tenant, dispatch.id())))
                .query(Boolean.class)
                .single();
    }

    /** None is due by itself while the test looks. */
    private void putOff() {
        dueIn(Duration.ofHours(1));
        all("reset").forEach(each -> log.triesAt(each.id(), Instant.now().plusSeconds(3_600)));
    }

    /** As when their time has come. */
    private void dueByThemselves() {
        dueIn(Duration.ZERO);
    }

    private void dueIn(Duration time) {
        JdbcClient.create(owners)
                .sql(
                        """
                        update scheduled_tasks
                        set execution_time = now() + make_interval(secs => :seconds)
                        where task_name = 'send-mail' and task_instance like :tenant || '/%'
                        """)
                .param("seconds", time.toSeconds())
                .param("tenant", tenant.value())
                .update();
    }

    private void awaitAll(Predicate<Dispatch> condition) {
        await(() -> all("reset").stream().allMatch(condition));
        assertThat(all("reset")).allMatch(condition);
    }

    private void failAgain(Dispatch dispatch, int times) {
        for (int i = 0; i < times; i++) {
            log.failed(dispatch.id(), MailFault.OTHER, Instant.now());
        }
    }

    private Dispatch triedWhileNotServed() {
        dispatches.tryNow(newest(), () -> {});
        await(() -> newest().fault().equals(Optional.of(MailFault.NOT_SERVED)));
        assertThat(newest().fault()).contains(MailFault.NOT_SERVED);
        return newest();
    }

    private Dispatch failed() {
        await(() -> newest().tries() > 0);
        assertThat(newest().state()).isEqualTo(Dispatch.State.WAITING);
        return newest();
    }

    private Dispatch await(Dispatch.State state) {
        await(() -> newest().state() == state);
        return newest();
    }

    private String exported() throws IOException {
        var path = "/settings/versions/%d/files.zip".formatted(versions.served(tenant));
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(administrator.bytes(path)))) {
            while (zip.getNextEntry() != null) {
                texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return String.join("\n", texts);
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(Duration.ofSeconds(30), condition);
    }
}
