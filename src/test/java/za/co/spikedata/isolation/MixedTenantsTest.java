package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

/** Many people of two tenants at once: every answer is the asker's own. */
@PortalTest
class MixedTenantsTest {
    /** Small in a build; {@code -Dmixed.answers=1000000} for a long look. */
    private static final int ANSWERS = Integer.getInteger("mixed.answers", 800);

    private static final int PEOPLE_OF_EACH = 4;

    /** Each person in so many places at once. */
    private static final int PLACES = 3;

    private static final int CLIENTS = 200;
    private static final int TURNS = 2;

    private static final List<String> PAGES =
            List.of("/profile", "/statements", "/nothing-here", "/security");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private TenantVersions versions;

    /** Who asks, and the words that only their answers may hold. */
    private record Asker(Browserless client, String brand, String canary) {}

    @Test
    @DisplayName(
            "TEN-08 people of two tenants, each in three places at once: no answer holds another's"
                    + " canary")
    void answersEachTheirOwn() {
        var askers =
                Stream.concat(
                                askers("spike", "app.localhost", "Spike Portal"),
                                askers("acme", "acme.localhost", "Acme Home Loans"))
                        .toList();

        List<Future<Integer>> answered;
        try (var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            answered =
                    askers.stream()
                            .map(asker ->
                                    runners.submit(
                                            () -> ask(asker, askers, ANSWERS / askers.size())))
                            .toList();
        }

        assertThat(answered.stream().mapToInt(Future::resultNow).sum())
                .isEqualTo(ANSWERS / askers.size() * askers.size());
    }

    @Test
    @DisplayName(
            "TEN-08 two hundred clients of four tenants while brands are applied and rolled back:"
                    + " no answer holds another's canary")
    void answersEachTheirOwnWhileBrandsChange() throws InterruptedException {
        var told = new Crowd(port, versions).ask(CLIENTS, turn -> turn < TURNS);

        assertThat(told.wrong()).isEmpty();
        assertThat(told.answers()).isEqualTo(CLIENTS * TURNS);
        assertThat(told.changes()).isPositive();
    }

    private static int ask(Asker me, List<Asker> askers, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            var page = PAGES.get(turn % PAGES.size());
            var body = me.client().get(page).body();
            assertThat(body).contains(me.brand());
            if (page.equals("/profile")) {
                assertThat(body).contains(me.canary());
            }
            for (var other : askers) {
                if (!other.canary().equals(me.canary()) && body.contains(other.canary())) {
                    throw new AssertionError(page + " of " + me + " told of " + other);
                }
                if (!other.brand().equals(me.brand()) && body.contains(other.brand())) {
                    throw new AssertionError(page + " of " + me + " wore " + other.brand());
                }
            }
        }
        return turns;
    }

    private Stream<Asker> askers(String tenant, String host, String brand) {
        var askers = new ArrayList<Asker>();
        for (int i = 0; i < PEOPLE_OF_EACH; i++) {
            var canary = "canary" + UUID.randomUUID().toString().replace("-", "");
            var email = canary + "@example.com";
            people.add(new TenantId(tenant), email, PortalTest.PASSWORD, Person.Role.MEMBER);
            var session = new Browserless(port, host).signIn(email, PortalTest.PASSWORD).cookies();
            for (int place = 0; place < PLACES; place++) {
                var client = new Browserless(port, host);
                client.carry(session);
                askers.add(new Asker(client, brand, canary));
            }
        }
        return askers.stream();
    }
}
