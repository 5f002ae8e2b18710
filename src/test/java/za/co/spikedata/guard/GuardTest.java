package za.co.spikedata.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Every test comes from loopback addresses of its own, so that none pays for another. */
@PortalTest
class GuardTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private People people;
    @Autowired private PersonNames names;
    @Autowired private Bans bans;
    @Autowired private AuditTrail trail;
    @Autowired private MeterRegistry meters;
    @Autowired private za.co.spikedata.tenancy.TenantDatabase database;

    @Test
    @DisplayName("RES-01 slows strangers by address, says how long, and answers again after that")
    void slowsStrangers() throws Exception {
        var stranger = from("127.1.0.1");

        int answered = 0;
        var answer = stranger.get("/sign-in");
        while (answer.statusCode() == 200) {
            answered++;
            answer = stranger.get("/sign-in?n=" + answered);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answered).isBetween(300, 300 + 20 * 60);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).contains("That was a lot at once", "Try again in a minute");
        assertThat(answer.headers().firstValue("X-Frame-Options")).isPresent();
        assertThat(from("127.1.0.2").get("/sign-in").statusCode()).isEqualTo(200);
        await(() -> stranger.get("/sign-in").statusCode() == 200);
    }

    @Test
    @DisplayName("RES-01 takes exactly the burst, on whatever node and however many at once")
    void takesExactlyTheBurst() {
        var buckets =
                new Buckets(
                        jdbc,
                        java.time.Clock.fixed(
                                java.time.Instant.parse("2026-01-01T00:00:00Z"),
                                java.time.ZoneOffset.UTC));
        var two =
                java.util.List.of(
                        new Allowance("t" + UUID.randomUUID(), 50, 1).of("a"),
                        new Allowance("t" + UUID.randomUUID(), 400, 1).of("b"));

        long taken =
                atOnce(200, () -> buckets.take(two).isEmpty()).stream()
                        .filter(Boolean::booleanValue)
                        .count();

        assertThat(taken).isEqualTo(50);
        assertThat(buckets.take(two).orElseThrow().pause()).hasSeconds(1);
    }

    @Test
    @DisplayName("ATH-06 slows, then bans an address that tries one password on many accounts")
    void bansASprayer() {
        var sprayer = from("127.1.1.1");

        var last = signIn(sprayer, "user0@example.com", "Winter2026!");
        int tries = 1;
        while (last.statusCode() != 429 && tries < 60) {
            last = signIn(sprayer, "user" + tries + "@example.com", "Winter2026!");
            tries++;
        }

        assertThat(tries).isLessThanOrEqualTo(22);
        assertThat(last.body()).contains("This address has to wait");
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(800, 900);
        var ban = bans.find(Network.ofClient("127.1.1.1")).orElseThrow();
        assertThat(ban.reason()).isEqualTo(Ban.Reason.SPRAYING);
        assertThat(meters.counter("portal.guard.bans", "reason", "SPRAYING").count()).isPositive();
        assertThat(trail.newest(SPIKE, Asked.action("address.banned.SPRAYING"), 0, 1)).isNotEmpty();

        jdbc.sql("update guard_ban set until = now() where id = :id")
                .param("id", ban.id())
                .update();
        assertThat(sprayer.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ATH-08 ignores the address a client claims to have")
    void ignoresClaimedAddresses() {
        var attacker = from("127.1.2.1");
        for (int i = 0; i < 6; i++) {
            attacker.send(
                    attacker.request("/.env." + i + ".php")
                            .header("X-Forwarded-For", "127.1.2.2")
                            .header("Forwarded", "for=127.1.2.2")
                            .header("CF-Connecting-IP", "127.1.2.2")
                            .GET());
        }

        assertThat(attacker.get("/sign-in").statusCode()).isEqualTo(429);
        assertThat(from("127.1.2.2").get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("NET-13 bans a search for weak servers after five different probes")
    void bansProbes() {
        var prober = from("127.1.3.1");
        for (var path : new String[] {"/.env", "/wp-admin/setup.php", "/.git/config", "/pma/"}) {
            assertThat(prober.get(path).statusCode()).isNotEqualTo(200);
        }
        assertThat(prober.get("/sign-in").statusCode()).isEqualTo(200);

        prober.get("/actuator/heapdump");

        assertThat(prober.get("/sign-in").statusCode()).isEqualTo(429);
        assertThat(bans.find(Network.ofClient("127.1.3.1")).orElseThrow().reason())
                .isEqualTo(Ban.Reason.PROBING);
    }

    @Test
    @DisplayName("NET-13 bans whoever asks for forty different pages that are not there")
    void bansScanners() {
        var scanner = from("127.1.4.1");
        int asked = 0;
        while (scanner.get("/page-" + asked).statusCode() != 429 && asked < 100) {
            asked++;
        }

        assertThat(asked).isEqualTo(40);
        assertThat(bans.find(Network.ofClient("127.1.4.1")).orElseThrow().reason())
                .isEqualTo(Ban.Reason.SCANNING);
    }

    @Test
    void doesNotBanAPageLeftOpenAfterItsSession() {
        var left = from("127.1.4.2");
        for (int i = 0; i < 60; i++) {
            left.get("/statements/" + UUID.randomUUID() + "/progress");
        }

        assertThat(left.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("NET-13 lets no other site's page make its visitors' browsers probe")
    void refusesWhatOtherSitesFetch() {
        var visitor = from("127.1.4.3");
        for (int i = 0; i < 10; i++) {
            var answer =
                    visitor.send(
                            visitor.request("/.env." + i + ".php")
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .header("Sec-Fetch-Mode", "no-cors")
                                    .header("Sec-Fetch-Dest", "image")
                                    .GET());
            assertThat(answer.statusCode()).isEqualTo(403);
        }

        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ATH-09 bans no neighbour who is signed in, nor one who was on this device")
    void sparesNeighbours() {
        var email = person();
        var signedIn = from("127.1.5.1").signIn(email, PortalTest.PASSWORD);
        var known = from("127.1.5.1").signIn(email, PortalTest.PASSWORD);
        known.post("/sign-out", Map.of());
        bans.add(SPIKE, Network.ofClient("127.1.5.1"), Ban.Reason.SCANNING);

        assertThat(from("127.1.5.1").get("/sign-in").statusCode()).isEqualTo(429);
        assertThat(signedIn.get("/statements").statusCode()).isEqualTo(200);
        assertThat(known.get("/statements").statusCode()).isEqualTo(429);
        known.signIn(email, PortalTest.PASSWORD);
        assertThat(known.get("/statements").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ATH-06 lets a banned sprayer go on neither signed in nor by a device of its own")
    void bansASprayerWithAnAccountToo() {
        var sprayer = from("127.1.5.2").signIn(person(), PortalTest.PASSWORD);
        for (int i = 0; i < 20; i++) {
            signIn(sprayer, "target" + i + "@example.com", "Winter2026!");
        }
        assertThat(bans.find(Network.ofClient("127.1.5.2"))).isPresent();

        var victim = person();
        assertThat(isDone(signIn(sprayer, victim, PortalTest.PASSWORD))).isFalse();
        assertThat(isDone(signIn(from("127.1.5.3"), victim, PortalTest.PASSWORD))).isTrue();
    }

    @ParameterizedTest(name = "ATH-04 locks after ten wrong passwords, spelled {0}")
    @ValueSource(strings = {"%s", " %s ", "%S"})
    void locksAfterTenWrong(String spelling) {
        var email = person();
        for (int i = 0; i < 10; i++) {
            assertThat(isDone(signIn(from("127.1.6." + (i + 1)), spelling.formatted(email), "no")))
                    .isFalse();
        }

        var right = signIn(from("127.1.6.99"), email, PortalTest.PASSWORD);
        var wrong = signIn(from("127.1.6.99"), email, "no");

        assertThat(isDone(right)).isFalse();
        assertThat(right.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"));
        assertThat(lockedMinutes()).isBetween(14L, 15L);
        assertThat(List.of("sign-in.locked", "sign-in.refused"))
                .allMatch(action -> !trail.newest(SPIKE, Asked.action(action), 0, 1).isEmpty());
    }

    @Test
    @DisplayName("ATH-07 locks an account though no address repeats, and ATH-09 ends by itself")
    void locksThoughNoAddressRepeats() {
        var email = person();
        for (int i = 1; i <= 12; i++) {
            signIn(from("127.1.7." + i), email, "no");
        }
        assertThat(isDone(signIn(from("127.1.7.99"), email, PortalTest.PASSWORD))).isFalse();

        endLocks();

        assertThat(isDone(signIn(from("127.1.7.99"), email, PortalTest.PASSWORD))).isTrue();
    }

    @Test
    @DisplayName("ATH-09 locks nobody out of a device on which the password was right before")
    void opensLockedAccountsOnKnownDevices() {
        var email = person();
        var device = from("127.1.8.1").signIn(email, PortalTest.PASSWORD);
        device.post("/sign-out", Map.of());
        for (int i = 0; i < 12; i++) {
            signIn(from("127.1.8.2"), email, "no");
        }

        assertThat(isDone(signIn(from("127.1.8.3"), email, PortalTest.PASSWORD))).isFalse();
        assertThat(isDone(signIn(device, email, PortalTest.PASSWORD))).isTrue();
        assertThat(isDone(signIn(from("127.1.8.3"), email, PortalTest.PASSWORD))).isFalse();
    }

    @Test
    @DisplayName("ATH-04 locks a known device by its own wrong passwords")
    void locksAKnownDeviceToo() {
        var email = person();
        var device = from("127.1.8.4").signIn(email, PortalTest.PASSWORD);
        device.post("/sign-out", Map.of());
        for (int i = 0; i < 10; i++) {
            signIn(device, email, "no");
        }

        assertThat(isDone(signIn(device, email, PortalTest.PASSWORD))).isFalse();
        assertThat(isDone(signIn(from("127.1.8.5"), email, PortalTest.PASSWORD))).isTrue();
    }

    @Test
    @DisplayName("ATH-09 takes no device token that was made up or is another account's")
    void takesNoForgedDevice() {
        var email = person();
        var other = from("127.1.8.6").signIn(person(), PortalTest.PASSWORD);
        other.post("/sign-out", Map.of());
        for (int i = 0; i < 10; i++) {
            signIn(from("127.1.8.7"), email, "no");
        }

        assertThat(isDone(signIn(other, email, PortalTest.PASSWORD))).isFalse();
        var devices = new KnownDevices(new GuardSettings(new byte[32], java.util.List.of()));
        var forged = devices.token(SPIKE, devices.account(SPIKE, email));
        assertThat(devices.known(SPIKE, forged)).hasSize(1);
        assertThat(devices.known(new TenantId("acme"), forged)).isEmpty();
        var real = new KnownDevices(new GuardSettings(new byte[] {1}, java.util.List.of()));
        assertThat(real.known(SPIKE, forged + ".x." + "A".repeat(60))).isEmpty();
    }

    @Test
    @DisplayName("ATH-05 begins the count anew after a right password")
    void beginsAnewAfterARightPassword() {
        var email = person();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                signIn(from("127.1.9." + (round + 1)), email, "no");
            }
            assertThat(isDone(signIn(from("127.1.9.9"), email, PortalTest.PASSWORD))).isTrue();
        }
    }

    @Test
    @DisplayName("ATH-05 does not lengthen a lock by tries while it lasts")
    void doesNotLengthenALock() {
        var email = person();
        for (int i = 0; i < 10; i++) {
            signIn(from("127.1.10.1"), email, "no");
        }
        var before = lastLock();

        for (int i = 0; i < 15; i++) {
            signIn(from("127.1.10.2"), email, "no");
        }

        assertThat(lastLock()).isEqualTo(before);
    }

    @Test
    @DisplayName("ATH-10 lets no more than ten of fifty parallel guesses through")
    void letsNoRaceThrough() {
        var email = person();
        var guesses =
                atOnce(
                        50,
                        () -> {
                            var each = from("127.1.11.1");
                            return signIn(each, email, "no").statusCode();
                        });

        assertThat(guesses).hasSize(50);
        assertThat(
                        count(
                                "select count(*) from audit_event where action = 'sign-in.failed'"
                                        + " and subject = '"
                                        + id(email)
                                        + "'"))
                .isEqualTo(10);
    }

    @Test
    @DisplayName("RES-01 counts people by their account, over all their sessions")
    void countsPeopleByAccount() throws Exception {
        var email = person();
        var first = from("127.1.12.1").signIn(email, PortalTest.PASSWORD);
        var second = from("127.1.12.2").signIn(email, PortalTest.PASSWORD);
        first.get("/statements");
        var whose =
                jdbc.sql("select key from guard_bucket where key like 'account:%' || :id || '%'")
                        .param("id", id(email).toString())
                        .query(String.class)
                        .single()
                        .substring("account:".length());

        whileFlooding(
                Allowance.ACCOUNT.of(whose),
                () -> {
                    await(() -> first.get("/statements").statusCode() == 429);
                    await(() -> second.get("/statements").statusCode() == 429);
                    assertThat(from("127.1.12.1").get("/sign-in").statusCode()).isEqualTo(200);
                });
    }

    @Test
    @DisplayName("TEN-13 lets one tenant's flood take nothing from another tenant")
    void keepsTenantsApart() throws Exception {
        var signedIn = from("127.1.13.1").signIn(person(), PortalTest.PASSWORD);
        var other = new Browserless(port, "acme.localhost", "127.1.13.3");

        whileFlooding(
                Allowance.TENANT_STRANGERS.of("acme"),
                () -> {
                    await(() -> other.get("/sign-in").statusCode() == 429);
                    assertThat(signedIn.get("/statements").statusCode()).isEqualTo(200);
                    assertThat(from("127.1.13.4").get("/sign-in").statusCode()).isEqualTo(200);
                });
    }

    /** Does the work while somebody takes all that the bucket gives. */
    private void whileFlooding(Allowance.Bucket bucket, Runnable work) throws Exception {
        var buckets = new Buckets(jdbc, java.time.Clock.systemUTC());
        var flooded = java.util.List.of(bucket);
        var flooding = new java.util.concurrent.atomic.AtomicBoolean(true);
        await(() -> buckets.take(flooded).isPresent());
        var flood =
                Thread.ofVirtual()
                        .start(() -> {
                            while (flooding.get()) {
                                buckets.take(flooded);
                            }
                        });
        try {
            work.run();
        } finally {
            flooding.set(false);
            flood.join();
        }
    }

    @ParameterizedTest(name = "RES-01 counts {0} too")
    @ValueSource(
            strings = {
                "/statements/x.css",
                "/statements/x.js",
                "/sign-in?x=.css",
                "/nothing/webjars/x.js"
            })
    void countsWhatOnlyLooksLikeAFile(String path) {
        var address = "127.1.15." + (1 + Math.floorMod(path.hashCode(), 250));

        from(address).get(path);

        assertThat(
                        jdbc.sql("select count(*) from guard_bucket where key = :key")
                                .param("key", "address:" + address)
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    @DisplayName("RES-01 bans an address that goes on after it was told to wait")
    void bansFloods() {
        var flood = from("127.1.14.1");
        var token = flood.token();
        int sent = 0;
        while (bans.find(Network.ofClient("127.1.14.1")).isEmpty() && sent < 400) {
            flood.send(
                    flood.request("/sign-in")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("_csrf=" + token)));
            sent++;
        }

        assertThat(sent).isBetween(100, 399);
        assertThat(bans.find(Network.ofClient("127.1.14.1")).orElseThrow().reason())
                .isEqualTo(Ban.Reason.FLOODING);
    }

    @Test
    @DisplayName("ATH-06 bans whoever returns for twice as long, an IPv6 client with its /64")
    void doublesTheBanOfWhoeverReturns() {
        var network = Network.ofClient("2001:db8:7:7::1");
        for (int i = 0; i < 9; i++) {
            bans.add(SPIKE, network, Ban.Reason.SCANNING);
            jdbc.sql(
                            "update guard_ban set until = at where network >>= '2001:db8:7:7::1'"
                                    + " and :last > "
                                    + i)
                    .param("last", 8)
                    .update();
        }

        var ban = bans.find(Network.ofClient("2001:db8:7:7:ffff::2")).orElseThrow();
        assertThat(java.time.Duration.between(ban.at(), ban.until())).isEqualTo(Bans.LONGEST);
        assertThat(bans.find(Network.ofClient("2001:db8:7:8::1"))).isEmpty();
    }

    private Browserless from(String address) {
        return new Browserless(port, HOST, address);
    }

    private String person() {
        var email = "guard-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        return email;
    }

    private static HttpResponse<String> signIn(Browserless who, String email, String password) {
        return who.post("/sign-in", Map.of("email", email, "password", password));
    }

    private static boolean isDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return !answer.headers().firstValue("Location").orElseThrow().contains("failed");
    }

    private long lockedMinutes() {
        return java.time.Duration.between(
                        java.time.Instant.now(java.time.Clock.systemUTC()), lastLock())
                .toMinutes();
    }

    private java.time.Instant lastLock() {
        return database.call(
                SPIKE,
                () ->
                        jdbc.sql("select max(locked_until) from guard_attempt")
                                .query(java.time.OffsetDateTime.class)
                                .single()
                                .toInstant());
    }

    private void endLocks() {
        database.run(
                SPIKE,
                () ->
                        jdbc.sql(
                                        "update guard_attempt set locked_until = now()"
                                                + " where locked_until is not null")
                                .update());
    }

    private UUID id(String email) {
        return UUID.fromString(names.find(SPIKE, email).orElseThrow());
    }

    private int count(String sql) {
        return database.call(SPIKE, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private static <T> java.util.List<T> atOnce(int times, Callable<T> work) {
        try (var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times).mapToObj(_ -> runners.submit(work)).toList();
            runners.shutdown();
            assertThat(runners.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            return running.stream().map(Future::resultNow).toList();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Expected another answer by now");
            }
            Thread.onSpinWait();
        }
    }
}
