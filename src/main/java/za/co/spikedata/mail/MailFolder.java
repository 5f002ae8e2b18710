package za.co.spikedata.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where mail is kept while there is no mail server. */
@Component
class MailFolder {
    private static final Logger log = LoggerFactory.getLogger(MailFolder.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** Mail holds links that let people in. */
    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final MailSettings settings;
    private final Clock clock;

    MailFolder(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whole or not at all, and for nobody else of this machine. */
    void keep(UUID id, byte[] message) {
        try {
            Files.createDirectories(settings.folder());
            var name = NAME.format(clock.instant()) + "-" + id + ".eml";
            var part = settings.folder().resolve(name + ".part");
            Files.write(Files.createFile(part, OWN), message);
            Files.move(part, settings.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
            log.info("No mail server is set; mail {} is kept as a file", id);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
