package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;

class SandboxTest {
    private static final SandboxLimits TIGHT =
            new SandboxLimits(1, Duration.ofSeconds(3), Duration.ofSeconds(3), 1 << 20, 128, false);

    @Test
    void answersInAnotherProcess() {
        try (var sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
            var result = sandbox.read(new byte[0], Optional.empty(), Progress.NONE);

            assertThat(result).isEqualTo(unreadable(Reason.EMPTY_FILE));
        }
    }

    @Test
    void readsSeveralFilesWithOneWorker() {
        try (var sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
            var first = sandbox.read(new byte[0], Optional.empty(), Progress.NONE);
            var second = sandbox.read("MZ".getBytes(), Optional.empty(), Progress.NONE);

            assertThat(first).isEqualTo(unreadable(Reason.EMPTY_FILE));
            assertThat(second).isEqualTo(unreadable(Reason.NOT_A_PDF));
        }
    }

    @Test
    void killsAWorkerThatHangs() {
        try (var sandbox = new Sandbox(TIGHT, List.of("/bin/sleep", "60"))) {
            assertThat(sandbox.read(new byte[1], Optional.empty(), Progress.NONE))
                    .isEqualTo(unreadable(Reason.TOO_COMPLEX));
        }
    }

    @Test
    void survivesAWorkerThatFloodsItsPipe() {
        try (var sandbox = new Sandbox(TIGHT, List.of("/usr/bin/yes"))) {
            assertThat(sandbox.read(new byte[1], Optional.empty(), Progress.NONE))
                    .isInstanceOf(ReadResult.Unreadable.class);
        }
    }

    @Test
    void replacesAWorkerThatDies() {
        try (var sandbox = new Sandbox(TIGHT, List.of("/bin/false"))) {
            assertThat(sandbox.read(new byte[1], Optional.empty(), Progress.NONE))
                    .isEqualTo(unreadable(Reason.UNEXPECTED));
            assertThat(sandbox.read(new byte[1], Optional.empty(), Progress.NONE))
                    .isEqualTo(unreadable(Reason.UNEXPECTED));
        }
    }

    private static ReadResult unreadable(Reason reason) {
        return new ReadResult.Unreadable(reason, Trace.EMPTY);
    }
}
