package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CrewTest {
    /** Says that it is ready, then reads until its parent is gone. */
    private static final List<String> WORKER =
            List.of("/bin/sh", "-c", "printf '\\003\\001'; cat >/dev/null");

    @TempDir private Path folder;

    @Test
    void givesAnOwnerTheWorkerThatReadForItLast() throws InterruptedException {
        try (var crew = crew()) {
            var first = crew.take("a");
            var second = crew.take("a");
            crew.give(second);
            crew.give(first);

            assertThat(crew.take("a")).isSameAs(first);
            assertThat(crew.take("a")).isSameAs(second);
        }
    }

    @Test
    void givesAStrangerTheOneThatReadForNobodyThenTheOneLongestIdle() throws InterruptedException {
        try (var crew = crew()) {
            var first = crew.take("a");
            var second = crew.take("a");
            crew.give(first);
            crew.give(second);

            assertThat(crew.take("b")).isNotSameAs(first).isNotSameAs(second);
            assertThat(crew.take("b")).isSameAs(first);
        }
    }

    /** All of it is ready. */
    private Crew crew() throws InterruptedException {
        var crew = new Crew(() -> WorkerProcess.start(WORKER, folder, SandboxLimits.DEFAULT));
        crew.fill(3);
        while (crew.size() < 3) {
            Thread.sleep(10);
        }
        return crew;
    }
}
