package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random bytes made at the first start and kept in a file that only its owner may read. */
final class KeptSecret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeptSecret() {}

    /** The bytes of the file, which is made with {@code length} random bytes when missing. */
    static byte[] in(Path file, int length) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var fresh = new byte[length];
                RANDOM.nextBytes(fresh);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file,
                        Base64.getEncoder().encodeToString(fresh),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            var kept = Base64.getDecoder().decode(Files.readString(file).strip());
            if (kept.length != length) {
                throw new IllegalStateException(
                        "Expected " + length + " bytes in " + file + ", found " + kept.length);
            }
            return kept;
        } catch (IOException broken) {
            throw new IllegalStateException("Expected a readable secret in " + file, broken);
        }
    }
}
