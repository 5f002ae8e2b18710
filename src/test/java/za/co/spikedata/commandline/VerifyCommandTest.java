package za.co.spikedata.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class VerifyCommandTest {
    @LocalServerPort private int port;

    @Test
    void verifiesWithThePublishedKeysWhatAPortalGaveOut(@TempDir Path folder) throws IOException {
        var person = new Browserless(port, "app.localhost").signIn();
        var pdf = folder.resolve("statement.pdf");
        Files.write(pdf, person.bytes("/statements/samples/proven.pdf"));
        var form = new UploadForm(person).file("statement.pdf", Files.readAllBytes(pdf));
        var page = form.sendAndFollow();
        UploadForm.await(() -> person.get(page + "/download.json").statusCode() == 200);
        var result = folder.resolve("result.json");
        Files.writeString(result, person.get(page + "/download.json").body());
        var keys = folder.resolve("keys.json");
        Files.writeString(keys, person.get("/.well-known/jwks.json").body());

        assertThat(said(result, pdf, keys))
                .startsWith("0 accepted")
                .contains("signed by https://app.localhost");
        Files.write(pdf, person.bytes("/statements/samples/contradicted.pdf"));
        assertThat(said(result, pdf, keys)).startsWith("2 ").contains("read from another file");
        Files.writeString(result, Files.readString(result).replace("\"engine\"", "\"Engine\""));
        assertThat(said(result, pdf, keys)).startsWith("2 ").contains("not signed with these keys");
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run(List.of("verify.json", "--keys"))).startsWith("64 Usage:");
        assertThat(run(List.of())).startsWith("64 ");
        assertThat(run(List.of("no-such-file"))).startsWith("3 ");
    }

    private static String said(Path result, Path pdf, Path keys) {
        return run(List.of(result.toString(), pdf.toString(), "--keys", keys.toString()));
    }

    /** The code, and what was said. */
    private static String run(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = VerifyCommand.run(arguments, stream, stream);
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
