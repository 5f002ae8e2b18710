package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;

/** What a worker that a file has taken over can do: nothing, and not for long. */
class MischiefTest {
    private static final SandboxLimits LIMITS =
            new SandboxLimits(
                    1,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1 << 20,
                    64,
                    false);

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = sandbox(List.of(Posture.values()));
        assertThat(say("nothing")).isEqualTo("idle");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** The pool is as large as before, and its next reading works. */
    @AfterEach
    void thePoolIsWhole() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (sandbox.size() != 2 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(sandbox.size()).isEqualTo(2);
        assertThat(say("nothing")).isEqualTo("idle");
    }

    @Test
    @DisplayName("UPL-20 gives a worker no network")
    void hasNoNetwork() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assumeTrue(Confinement.isKnownHere() || posture().hasOwnNetwork());

            assertThat(say("connect " + listening.getLocalPort())).isNotEqualTo("connected");
            assertNobodyCame(listening);
        }
    }

    /** So that the system's filter alone is seen to hold where namespaces are refused. */
    @Test
    void hasNoNetworkOutsideANamespaceEither() throws IOException {
        assumeTrue(Confinement.isKnownHere());
        try (var bare = sandbox(List.of(Posture.LIMITS_ONLY));
                var listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(said(bare, "connect " + listening.getLocalPort())).isNotEqualTo("connected");
            assertNobodyCame(listening);
            assertThat(said(bare, "run")).contains("Operation not permitted");
        }
    }

    @Test
    @DisplayName("UPL-19 lets a worker start no programs")
    void startsNoPrograms() {
        assumeTrue(Confinement.isKnownHere());
        assertThat(say("run")).contains("Cannot run program");
    }

    @Test
    @DisplayName("UPL-20 gives a worker no environment")
    void hasAnEmptyEnvironment() {
        assertThat(say("environment")).doesNotContain("PATH").doesNotContain("HOME");
    }

    @Test
    @DisplayName("UPL-20 shows a worker no files but its program")
    void seesNoFilesButItsProgram(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "key");
        assumeTrue(posture().hasOwnFiles());

        assertThat(say("see " + System.getProperty("java.home") + "/release")).isEqualTo("true");
        assertThat(say("see " + secret)).isEqualTo("false");
        assertThat(say("see /etc/shadow")).isEqualTo("false");
        assertThat(say("see /proc/1/root" + secret)).isEqualTo("false");
        assertThat(say("write " + secret + " 1")).contains("NoSuchFileException");
        assertThat(say("write /usr/mark 1")).doesNotContain("written");
        assertThat(say("write /mark 1")).doesNotContain("written");
    }

    @Test
    @DisplayName("UPL-19 lets a worker write no large files")
    void writesNoLargeFiles() {
        assumeTrue(posture().hasOwnFiles());
        assertThat(say("write /tmp/small 1")).isEqualTo("written");
        assertThat(say("write /tmp/large 20")).isNotEqualTo("written");
    }

    @Test
    @DisplayName("UPL-20 leaves a worker no rights")
    void hasNoRights() {
        assumeTrue(posture().hasOwnNetwork());
        var status = say("user");

        assertThat(status).containsPattern("CapEff:\\s+0{16}");
        assertThat(status).containsPattern("CapBnd:\\s+0{16}");
        assertThat(status).containsPattern("NoNewPrivs:\\s+1");
    }

    @Test
    @DisplayName("UPL-19 kills a worker for the processor time it takes")
    void isKilledForTheProcessorTimeItTakes() {
        assertThat(refused("spin")).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    @DisplayName("UPL-19 kills a worker that hangs")
    void isKilledForTheTimeItTakes() {
        assertThat(refused("hang")).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void getsNoMoreTimeForeverByClaimingToGetOn() {
        var quick =
                new SandboxLimits(
                        1,
                        Duration.ofMillis(300),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1 << 20,
                        64,
                        false);
        try (var impatient = sandbox(quick, List.of(Posture.LIMITS_ONLY))) {
            assertThat(refused(impatient, "pages")).isEqualTo(Reason.TOO_COMPLEX);
        }
    }

    @Test
    @DisplayName("UPL-19 kills a worker for the memory it takes")
    void isKilledForTheMemoryItTakes() {
        assertThat(refused("fill")).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    @DisplayName("UPL-19 kills a worker for a long answer")
    void isKilledForALongAnswer() {
        assertThat(refused("answer " + (2 << 20))).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void isKilledForAFloodOfProgress() {
        assertThat(refused("flood")).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void shoutsIntoTheVoid() {
        assertThat(say("shout")).isEqualTo("shouted");
    }

    @Test
    @DisplayName("UPL-19 replaces a worker that pours onto its pipe")
    void isReplacedWhenItPoursOntoItsPipe() {
        assertThat(refused("pour")).isEqualTo(Reason.UNEXPECTED);
    }

    @Test
    @DisplayName("UPL-19 replaces a worker whose stack ends")
    void isReplacedWhenItsStackEnds() {
        assertThat(refused("dig")).isEqualTo(Reason.UNEXPECTED);
    }

    @Test
    @DisplayName("UPL-19 replaces a worker that dies")
    void isReplacedWhenItDies() {
        assertThat(refused("die")).isEqualTo(Reason.UNEXPECTED);
    }

    private static void assertNobodyCame(ServerSocket listening) throws IOException {
        listening.setSoTimeout(100);
        assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }

    private static Sandbox sandbox(List<Posture> tried) {
        return sandbox(LIMITS, tried);
    }

    private static Sandbox sandbox(SandboxLimits limits, List<Posture> tried) {
        var command = WorkerCommand.of(limits, Mischief.class.getName());
        return new Sandbox(limits, command, tried);
    }

    private static Posture posture() {
        return sandbox.posture().orElseThrow();
    }

    private static String say(String order) {
        return said(sandbox, order);
    }

    private static String said(Sandbox to, String order) {
        return to.read(
                        "a",
                        order.getBytes(StandardCharsets.US_ASCII),
                        Optional.empty(),
                        Progress.NONE)
                .trace()
                .steps()
                .getFirst()
                .hypothesis();
    }

    private static Reason refused(String order) {
        return refused(sandbox, order);
    }

    private static Reason refused(Sandbox to, String order) {
        var result =
                to.read(
                        "a",
                        order.getBytes(StandardCharsets.US_ASCII),
                        Optional.empty(),
                        Progress.NONE);
        return switch (result) {
            case ReadResult.Read _ -> throw new AssertionError("Expected no statement");
            case ReadResult.Unreadable(var reason, _) -> reason;
        };
    }
}
