package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each posture alone, without what the JVM adds; skipped where the machine does not grant it. */
class PostureTest {
    @TempDir private Path folder;

    @Test
    void limitsAloneLeaveTheNetworkOpen() throws Exception {
        try (var listening = listening()) {
            assertThat(run(Posture.LIMITS_ONLY, connect(listening))).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN_USER", "OWN_FILES", "OWN_NETWORK"})
    void anOwnNetworkLeadsNowhere(Posture posture) throws Exception {
        assumeGranted(posture);
        try (var listening = listening()) {
            assertThat(run(posture, connect(listening))).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN_USER", "OWN_FILES"})
    void ownFilesAreTheSystemsAndNoOthers(Posture posture) throws Exception {
        assumeGranted(posture);
        var secret = Files.writeString(folder.resolve("secret"), "key");

        assertThat(run(posture, "test -r /usr/bin/test")).isZero();
        assertThat(run(posture, "test -e " + secret)).isNotZero();
        assertThat(run(posture, "echo 1 > /tmp/small")).isZero();
        assertThat(run(posture, "echo 1 > /mark")).isNotZero();
        assertThat(run(posture, "echo 1 > /usr/mark")).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN_USER", "NOBODY_ELSE"})
    void anotherUserRuns(Posture posture) throws Exception {
        assumeGranted(posture);
        assertThat(run(posture, "test $(id -u) = 65534")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN_USER", "OWN_FILES", "OWN_NETWORK"})
    void whatAWorkerStartedEndsWithIt(Posture posture) throws Exception {
        assumeGranted(posture);
        var process = start(posture, "sleep 300 & setsid sleep 300 & echo; wait");
        assertThat(process.getInputStream().read()).isEqualTo('\n');
        var started = process.descendants().toList();
        assertThat(started).hasSizeGreaterThanOrEqualTo(2);

        process.destroyForcibly();

        for (var each : started) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFileIsLarge(Posture posture) throws Exception {
        assumeGranted(posture);
        var file = posture.hasOwnFiles() ? "/tmp" : folder.toString();
        assertThat(run(posture, "head -c 20000000 /dev/zero > " + file + "/large")).isNotZero();
    }

    private void assumeGranted(Posture posture) throws Exception {
        assumeTrue(run(posture, "true") == 0, posture + " is not to be had here");
    }

    private int run(Posture posture, String script) throws Exception {
        var process = start(posture, script);
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Posture posture, String script) throws IOException {
        var command =
                new WorkerCommand(
                        List.of("/bin/bash", "-c", script), List.of(), SandboxLimits.DEFAULT);
        var root = OwnRoot.under(Files.createTempDirectory(folder, "cage"), command.files());
        return new ProcessBuilder(command.in(posture, root))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static String connect(ServerSocket listening) {
        return "exec 3<>/dev/tcp/127.0.0.1/" + listening.getLocalPort();
    }
}
