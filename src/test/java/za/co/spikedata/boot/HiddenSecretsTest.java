package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.RawSearch;

/** Where anybody on the machine, or with the jar, could look for the portal's secrets. */
@PortalTest
class HiddenSecretsTest {
    /** A private key with its content, and the form of AWS's access keys. */
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}"
                            + "|\\bAKIA[0-9A-Z]{16}\\b");

    @Autowired private PortalSettings settings;

    @Test
    @DisplayName("ENC-06 command lines and environments of the portal and its processes hold none")
    void showsNoneInTheProcessList() throws IOException {
        var search = new RawSearch(secrets());
        var processes =
                Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                ProcessHandle.current().descendants())
                        .map(ProcessHandle::pid)
                        .toList();

        assertThat(processes).as("its database at least").hasSizeGreaterThan(1);
        for (var process : processes) {
            for (var part : List.of("cmdline", "environ")) {
                var file = Path.of("/proc/" + process + "/" + part);
                assertThat(search.in(content(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "ENC-06 jcmd {0} holds none")
    @ValueSource(
            strings = {
                "vmCommandLine",
                "vmSystemProperties",
                "vmFlags",
                "threadPrint",
                "gcClassHistogram"
            })
    void showsNoneToDiagnosis(String command) throws IOException, JMException {
        var answer =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        command,
                                        command.matches("threadPrint|gcClassHistogram|vmFlags")
                                                ? new Object[] {new String[0]}
                                                : new Object[0],
                                        command.matches("threadPrint|gcClassHistogram|vmFlags")
                                                ? new String[] {String[].class.getName()}
                                                : new String[0]);

        assertThat(answer).isNotBlank();
        assertThat(new RawSearch(secrets()).in(answer.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    @DisplayName("ENC-06 what goes into the jar holds no private key")
    void shipsNone() throws IOException {
        for (var folder : List.of("target/classes", "src/main", "themes", "tenants", "formats")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(KEY.matcher(text).find()).as(file.toString()).isFalse();
                }
            }
        }
        assertThat(KEY.matcher("-----BEGIN PRIVATE KEY-----\n" + "A".repeat(64)).find()).isTrue();
    }

    /** By name, as somebody would write them; whether the search finds these has a test. */
    private Map<String, String> secrets() throws IOException {
        var master = Files.readAllBytes(settings.data().resolve("master.key"));
        var store = Files.readAllBytes(settings.data().resolve("objects.key"));
        assertThat(master).hasSizeGreaterThanOrEqualTo(32);
        return Map.of(
                "master key", Base64.getEncoder().encodeToString(master),
                "master key in hex", HexFormat.of().formatHex(master),
                "store's secret", Base64.getUrlEncoder().withoutPadding().encodeToString(store));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException ended) {
            return new byte[0];
        }
    }
}
