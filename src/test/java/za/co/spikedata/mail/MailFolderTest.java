package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    private static final UUID ID = new UUID(1, 2);
    private static final byte[] MAIL = "Subject: Hello".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path home;

    @Test
    @DisplayName("mail that is kept as a file is for its owner's eyes alone")
    void keepsMailForItsOwner() throws IOException {
        var outbox = home.resolve("outbox");
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        new MailFolder(new MailSettings(outbox), clock).keep(ID, MAIL);

        try (var files = Files.list(outbox)) {
            var file = outbox.resolve("19700101-000000-000-" + ID + ".eml");
            assertThat(files).containsExactly(file);
            assertThat(file).hasBinaryContent(MAIL);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
