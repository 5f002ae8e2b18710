package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar without a server: reads, proves and has its own proof verified. */
class CommandLineIT {
    record Ended(int code, String said) {}

    @Test
    void readsAScanAndHasItVerified(@TempDir Path folder) throws Exception {
        Ended read = run("read", RunningPortal.sample("fnb-current-scanned").toString());
        assertThat(read.said).contains("\"verdict\":\"PROVEN\"");
        assertThat(read.code).isZero();

        Path result = Files.writeString(folder.resolve("result.json"), read.said);
        assertThat(run("verify", result.toString())).isEqualTo(new Ended(0, "accepted\n"));
    }

    @Test
    void verifiesAgainstThePaper(@TempDir Path folder) throws Exception {
        Path pdf = RunningPortal.sample("nedbank-current");
        Path result = folder.resolve("result.json");
        String read = run("read", pdf.toString()).said;
        Files.writeString(result, read);
        assertThat(run("verify", result.toString(), pdf.toString()).code).isZero();

        String other = RunningPortal.sample("standard-bank").toString();
        assertThat(run("verify", result.toString(), other).said)
                .contains("NOT_ON_PAPER", "refused");
        Files.writeString(result, read.replaceFirst("\"amount\":-?", "\"amount\":9"));
        assertThat(run("verify", result.toString()).code).isEqualTo(2);
        Path none = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        Files.writeString(result, read);
        assertThat(run("verify", result.toString(), "--keys", none.toString()))
                .isEqualTo(new Ended(2, "accepted\nnot signed with these keys\n"));
    }

    @Test
    void verifiesTheTrailsBesideTheRunningPortal() throws Exception {
        Ended ended = run("audit", "verify", "--portal.data=" + RunningPortal.data());

        assertThat(ended.said)
                .containsPattern("(?m)^spike: [1-9]\\d* events, whole, ")
                .contains("acme: ", "admin: ");
        assertThat(ended.code).isZero();
        assertThat(run("audit", "verfy").code).isEqualTo(64);
    }

    @Test
    void replacesKeysBesideTheRunningPortal() throws Exception {
        String data = "--portal.data=" + RunningPortal.data();
        Ended first = run("keys", "rotate", data);
        Ended second = run("keys", "rotate", data);

        assertThat(first.said)
                .containsPattern("(?m)^spike: key \\d+, ")
                .containsPattern("(?m)^acme: key \\d+, ")
                .contains("signatures: the next keys are published");
        assertThat(first.code).isZero();
        assertThat(second.code).isZero();
        assertThat(generation(second)).isEqualTo(generation(first) + 1);
        assertThat(run("keys", "retire", data).code).isZero();
        assertThat(run("audit", "verify", data).code).isZero();
        assertThat(run("keys", "rotat", data).code).isEqualTo(64);
    }

    private static int generation(Ended rotation) {
        var told = Pattern.compile("(?m)^spike: key (\\d+), ").matcher(rotation.said);
        assertThat(told.find()).isTrue();
        return Integer.parseInt(told.group(1));
    }

    static Ended run(String... arguments) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                RunningPortal.JAVA.toString(),
                                "-jar",
                                RunningPortal.JAR.toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), said);
    }
}
