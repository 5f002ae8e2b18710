package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** Random bytes made at the first start and kept in a file that only its owner may read. */
final class KeptSecret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private KeptSecret() {}

    /**
     * The bytes of the file, which is made with {@code length} random bytes when missing. Of many
     * that make it at once, all get the bytes of the first.
     *
     * @throws IllegalStateException when the file cannot be read or made, or holds something else
     */
    static byte[] in(Path file, int length) {
        try {
            if (!Files.exists(file)) {
                var fresh = new byte[length];
                RANDOM.nextBytes(fresh);
                make(file.toAbsolutePath(), Base64.getEncoder().encodeToString(fresh));
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
    private static void make(Path file, String secret) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var begun = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(begun, secret);
            name(begun, file, secret);
        } catch (FileAlreadyExistsException made) {
            return; // by another start, which may have sealed something with it
        } finally {
            Files.deleteIfExists(begun);
        }
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Replaces nothing. Where a file has one name only it is written under that at once. */
    private static void name(Path begun, Path file, String secret) throws IOException {
        try {
            Files.createLink(file, begun);
        } catch (FileAlreadyExistsException made) {
            throw made;
        } catch (UnsupportedOperationException | FileSystemException oneNameOnly) {
            write(file, secret);
        }
    }

    private static void write(Path fresh, String secret) throws IOException {
        try (var output = FileChannel.open(fresh, FRESH, OWNERS_ALONE)) {
            output.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            output.force(true);
        }
    }
}
