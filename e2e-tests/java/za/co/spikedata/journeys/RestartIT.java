package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.co.spikedata.support.Browserless;

/** A server that is killed in the middle of everything, and started again. */
class RestartIT {
    private static final String CHIEF = "admin@app.localhost";

    @Test
    @DisplayName("SES-09 ATH-04 OTP-02 sessions, locks and used codes outlive the server")
    void keepsWhatItKnows(@TempDir Path folder) throws Exception {
        int port = RunningPortal.freePort();
        int httpPort = RunningPortal.freePort();
        Path data = folder.resolve("data");
        Process first = RunningPortal.start(folder.resolve("first.log"), port, httpPort, data);
        var member = new Browserless(port, "app.localhost");
        member.signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
        var chief = new Browserless(port, "app.localhost");
        chief.givePassword(CHIEF, RunningPortal.PASSWORD);
        chief.enrol(CHIEF, RunningPortal.PASSWORD);
        String used = chief.app(CHIEF).at(chief.app(CHIEF).currentStep() + 1);
        var elsewhere = new Browserless(port, "app.localhost");
        elsewhere.givePassword(CHIEF, RunningPortal.PASSWORD);
        assertThat(location(elsewhere.post("/second-factor", Map.of("code", used))))
                .doesNotEndWith("?failed");
        for (int i = 0; i < 10; i++) {
            new Browserless(port, "acme.localhost").givePassword(RunningPortal.EMAIL, "wrong");
        }

        first.destroyForcibly();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Process second = RunningPortal.start(folder.resolve("second.log"), port, httpPort, data);
        try {
            assertThat(member.page("/profile").text()).contains(RunningPortal.EMAIL);
            assertThat(chief.page("/profile").text()).contains(CHIEF);
            var again = new Browserless(port, "app.localhost");
            again.givePassword(CHIEF, RunningPortal.PASSWORD);
            assertThat(location(again.post("/second-factor", Map.of("code", used))))
                    .endsWith("?failed");
            var locked = new Browserless(port, "acme.localhost");
            assertThat(location(locked.givePassword(RunningPortal.EMAIL, RunningPortal.PASSWORD)))
                    .endsWith("?failed");
        } finally {
            RunningPortal.stop(second);
        }
    }
}
