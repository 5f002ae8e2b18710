package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/**
 * Nobody learns from the time of an answer whether an account exists. {@code
 * -Dportal.timing.samples=300} looks closer than every build does.
 */
@PortalTest
class SignInTimingTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String PASSWORD = "a quiet river under stones";
    private static final int SAMPLES = Integer.getInteger("portal.timing.samples", 15);

    /** Below it chance is a poor excuse; a real difference shows twice. */
    private static final double CHANCE = 0.01;

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private Tries tries;

    @Test
    @DisplayName("ATH-02 unknown, wrong, locked and disabled take the same time")
    void signsInAtOneSpeed() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("unknown", UUID.randomUUID() + "@example.com");
        kinds.put("wrong", someone(Account.State.ACTIVE));
        kinds.put("disabled", someone(Account.State.DISABLED));
        kinds.put("locked", someone(Account.State.ACTIVE));
        for (int i = 0; i < 10; i++) {
            tries.take(SPIKE, Tries.Limit.PASSWORD, kinds.get("locked"));
        }
        assertSame(
                kinds, Tries.Limit.PASSWORD, (browser, email) -> browser.givePassword(email, "x"));
    }

    @Test
    @DisplayName("ATH-03 asking for a new password takes the same time for everybody")
    void resetsAtOneSpeed() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("unknown", UUID.randomUUID() + "@example.com");
        kinds.put("known", someone(Account.State.ACTIVE));
        kinds.put("disabled", someone(Account.State.DISABLED));
        assertSame(
                kinds,
                Tries.Limit.RESET,
                (browser, email) -> browser.post("/reset", Map.of("email", email)));
    }

    @Test
    void seesADifference() {
        var quick = Stream.iterate(100L, each -> each + 1).limit(20).toList();
        var slow = Stream.iterate(115L, each -> each + 1).limit(20).toList();

        assertThat(chance(quick, slow)).isLessThan(CHANCE);
        assertThat(chance(quick, quick)).isGreaterThan(CHANCE);
    }

    private interface Request {
        void send(Browserless browser, String email);
    }

    private void assertSame(Map<String, String> kinds, Tries.Limit limit, Request request) {
        var first = unlike(kinds, limit, request);
        if (!first.isEmpty()) {
            assertThat(unlike(kinds, limit, request)).as("and again after " + first).isEmpty();
        }
    }

    private List<String> unlike(Map<String, String> kinds, Tries.Limit limit, Request request) {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int i = 0; i < SAMPLES; i++) {
            for (var kind : kinds.entrySet()) {
                if (!kind.getKey().equals("locked")) {
                    tries.forget(SPIKE, limit, kind.getValue());
                }
                var browser = new Browserless(port, "app.localhost");
                browser.token();
                long began = System.nanoTime();
                request.send(browser, kind.getValue());
                times.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>())
                        .add(System.nanoTime() - began);
            }
        }
        var unknown = times.remove("unknown");
        System.out.printf("unknown: median %.1f ms%n", median(unknown));
        var unlike = new ArrayList<String>();
        times.forEach((kind, taken) -> {
            double chance = chance(unknown, taken);
            System.out.printf("%s: median %.1f ms, p %.3f%n", kind, median(taken), chance);
            if (chance < CHANCE) {
                unlike.add(kind);
            }
        });
        return unlike;
    }

    /** Mann and Whitney's test: how often chance alone would tell the two this far apart. */
    private static double chance(List<Long> ones, List<Long> others) {
        double wins = 0;
        for (long one : ones) {
            for (long other : others) {
                wins += one < other ? 1 : one == other ? 0.5 : 0;
            }
        }
        double n = ones.size();
        double m = others.size();
        double deviation = Math.sqrt(n * m * (n + m + 1) / 12);
        double z = Math.abs(wins - n * m / 2) / deviation;
        // Abramowitz and Stegun 26.2.17: the upper tail of the normal distribution.
        double t = 1 / (1 + 0.2316419 * z);
        double[] terms = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};
        double sum = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            sum = (sum + terms[i]) * t;
        }
        return 2 * sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double median(List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private String someone(Account.State state) {
        var email = UUID.randomUUID() + "@example.com";
        var person = people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
        table.setState(SPIKE, person.id(), state);
        return email;
    }
}
