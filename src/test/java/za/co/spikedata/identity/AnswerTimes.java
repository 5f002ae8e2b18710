package za.co.spikedata.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** How long the same question takes for addresses that differ in what is behind them. */
final class AnswerTimes {
    /** Below it chance is a poor excuse; a real difference shows twice. */
    static final double CHANCE = 0.01;

    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");
    private static final String PASSWORD = "a quiet river under stones";
    private static final String LOCKED = "locked";

    private final ApplicationContext portal;
    private final int port;
    private final int samples;

    /**
     * @param samples of each kind, in turns
     */
    AnswerTimes(ApplicationContext portal, int port, int samples) {
        this.portal = portal;
        this.port = port;
        this.samples = samples;
    }

    /** One kind beside the unknown address; times in milliseconds. */
    record Compared(String kind, double median, double unknownMedian, double chance) {
        boolean isUnlike() {
            return chance < CHANCE;
        }

        @Override
        public String toString() {
            return "%-8s median %.1f ms, unknown %.1f ms, p %.3f"
                    .formatted(kind, median, unknownMedian, chance);
        }
    }

    private interface Question {
        void ask(Browserless browser, String email);
    }

    List<Compared> ofSignIn() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("unknown", nobody());
        kinds.put("wrong", someone(SPIKE, Account.State.ACTIVE));
        kinds.put("disabled", someone(SPIKE, Account.State.DISABLED));
        kinds.put("invited", someone(SPIKE, Account.State.INVITED));
        kinds.put("foreign", someone(ACME, Account.State.ACTIVE));
        kinds.put(LOCKED, someone(SPIKE, Account.State.ACTIVE));
        for (int i = 0; i < Attempts.TRIES; i++) {
            new Browserless(port, "app.localhost").givePassword(kinds.get(LOCKED), "wrong");
        }
        return compared(
                kinds, (browser, email) -> browser.givePassword(email, "never the right one"));
    }

    List<Compared> ofReset() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("unknown", nobody());
        kinds.put("known", someone(SPIKE, Account.State.ACTIVE));
        kinds.put("disabled", someone(SPIKE, Account.State.DISABLED));
        kinds.put("invited", someone(SPIKE, Account.State.INVITED));
        return compared(kinds, (browser, email) -> browser.post("/reset", Map.of("email", email)));
    }

    private List<Compared> compared(Map<String, String> kinds, Question question) {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int i = 0; i < samples; i++) {
            // What one question leaves to be done later falls on each of the others alike.
            var turn = new ArrayList<>(kinds.entrySet());
            Collections.shuffle(turn);
            for (var kind : turn) {
                prepare(kind.getKey(), kind.getValue());
                var browser = new Browserless(port, "app.localhost");
                browser.token();
                long began = System.nanoTime();
                question.ask(browser, kind.getValue());
                times.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>())
                        .add(System.nanoTime() - began);
            }
        }
        var unknown = times.remove("unknown");
        return times.entrySet().stream()
                .map(kind ->
                        new Compared(
                                kind.getKey(),
                                median(kind.getValue()),
                                median(unknown),
                                chance(unknown, kind.getValue())))
                .toList();
    }

    /** Each asks as if for the second time, but for the lock, which is kept. */
    private void prepare(String kind, String email) {
        if (kind.equals(LOCKED)) {
            var database = portal.getBean(TenantDatabase.class);
            database.run(
                    SPIKE,
                    () ->
                            portal.getBean(JdbcClient.class)
                                    .sql(
                                            """
                                            update guard_attempt
                                            set locked_until = now() + interval '15 minutes'
                                            where locked_until is not null
                                            """)
                                    .update());
        } else {
            var attempts = portal.getBean(Attempts.class);
            attempts.forget(SPIKE, "password", email);
            attempts.begin(SPIKE, "password", email);
        }
        portal.getBean(Tries.class).forget(SPIKE, Tries.Limit.RESET, email);
    }

    /** Mann and Whitney's test: how often chance alone would tell the two this far apart. */
    static double chance(List<Long> ones, List<Long> others) {
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

    private static String nobody() {
        return UUID.randomUUID() + "@example.com";
    }

    private String someone(TenantId tenant, Account.State state) {
        var email = nobody();
        var person = portal.getBean(People.class).add(tenant, email, PASSWORD, Person.Role.MEMBER);
        portal.getBean(PersonTable.class).setState(tenant, person.id(), state);
        return email;
    }
}
