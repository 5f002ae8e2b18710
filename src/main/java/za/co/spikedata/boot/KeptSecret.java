package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Random bytes made at the first start and kept in a file that only its owner may read. */
final class KeptSecret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeptSecret() {}

    /** The bytes of the file, which is made with {@code length} random bytes when missing. */
    static byte[] in(Path file, int length) {
        try {
            if (!Files.exists(file)) {
                var fresh = new byte[length];
                RANDOM.nextBytes(fresh);
                write(file.toAbsolutePath(), Base64.getEncoder().encodeToString(fresh));
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

    /** Whole or not at all, and on the disk before anything is sealed with it. */
    private static void write(Path file, String secret) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var begun = Files.createTempFile(folder, file.getFileName().toString(), "", OWNERS_ALONE);
        try (var output = FileChannel.open(begun, StandardOpenOption.WRITE)) {
            output.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            output.force(true);
        }
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
