package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import za.co.spikedata.support.Browserless;

/** A server that is killed in the middle of everything, and started again. */
class RestartIT {
    private static final String CHIEF = "admin@app.localhost";
    private static final String LOCKED = RunningPortal.EMAIL;
    private static final int MOST_WRONG = 10;

    private final Path home = Path.of("target", "journeys").toAbsolutePath();
    private int port;

    @Test
    @DisplayName("SES-09 ATH-04 OTP-02 sessions, locks and used codes outlive a kill, as they were")
    void keepsWhatItKnew() throws Exception {
        Files.createDirectories(home);
        port = RunningPortal.freePort();
        int httpPort = RunningPortal.freePort();
        Path data = home.resolve("killed-" + UUID.randomUUID());
        Process first = RunningPortal.start(home.resolve("killed.log"), port, httpPort, data);
        Browserless member = visit("app").signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
        Browserless neighbour = visit("acme").signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
        Browserless chief = visit("app").signIn(CHIEF, RunningPortal.PASSWORD);
        Browserless ended = signedOut();
        Browserless half = visit("app");
        half.givePassword(CHIEF, RunningPortal.PASSWORD);
        String used = chief.app(CHIEF).next();
        Browserless elsewhere = visit("app");
        elsewhere.givePassword(CHIEF, RunningPortal.PASSWORD);
        assertThat(location(elsewhere.post("/second-factor", Map.of("code", used))))
                .doesNotContain("/second-factor");
        for (int i = 0; i < MOST_WRONG; i++) {
            visit("admin").givePassword(LOCKED, "wrong");
        }

        first.destroyForcibly();
        assertThat(first.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Process second = RunningPortal.start(home.resolve("restarted.log"), port, httpPort, data);

        try {
            assertThat(isIn(member, RunningPortal.EMAIL, CHIEF)).isTrue();
            assertThat(isIn(chief, CHIEF, RunningPortal.EMAIL)).isTrue();
            assertThat(isIn(neighbour, RunningPortal.EMAIL, CHIEF)).isTrue();
            assertThat(location(stolen(member, "acme").get("/profile"))).endsWith("/sign-in");
            assertThat(location(ended.get("/profile"))).endsWith("/sign-in");
            assertThat(location(half.get("/statements"))).endsWith("/second-factor");
            assertThat(location(half.post("/second-factor", Map.of("code", used))))
                    .endsWith("/second-factor?failed");
            half.post("/second-factor", Map.of("code", chief.app(CHIEF).next()));
            assertThat(isIn(half, CHIEF, RunningPortal.EMAIL)).isTrue();
            assertThat(location(visit("admin").givePassword(LOCKED, RunningPortal.PASSWORD)))
                    .endsWith("?failed");
        } finally {
            RunningPortal.stop(second);
        }
    }

    /** With the cookies of a session that was ended. */
    private Browserless signedOut() {
        Browserless leaving = visit("acme").signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
        Browserless left = stolen(leaving, "acme");
        leaving.post("/sign-out", Map.of());
        return left;
    }

    private Browserless visit(String host) {
        return new Browserless(port, host + ".localhost");
    }

    /** Somebody else at another host, with the person's cookies. */
    private Browserless stolen(Browserless whose, String host) {
        Browserless thief = visit(host);
        thief.carry(whose.cookies());
        return thief;
    }

    /** Whether the profile is this person's, and holds nothing of the other. */
    private static boolean isIn(Browserless who, String email, String other) {
        String profile = who.page("/profile").select("dl.facts").text();
        return profile.contains(email) && !profile.contains(other);
    }
}
