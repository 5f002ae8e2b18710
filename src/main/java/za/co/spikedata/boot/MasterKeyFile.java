package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import za.co.spikedata.vault.MasterKey;

/**
 * The master key of a portal that keeps everything in its data folder. It is made at the first
 * start, before there is a database, and never again: another key opens nothing of what is there.
 */
final class MasterKeyFile {
    private static final int KEY_BYTES = 32;

    private static final String SETTING = "portal.master-key: ";

    private static final String RESTORE =
            "; put that file back from your backup, or set the key that the data was sealed with";

    private MasterKeyFile() {}

    /** Why the portal cannot start with the key of this data folder; nothing is written. */
    static Optional<String> mistake(Path data) {
        var file = file(data);
        if (!Files.exists(file)) {
            return EmbeddedDatabase.isIn(DatabaseConfiguration.folder(data))
                    ? Optional.of(SETTING + data + " holds a database but no master.key" + RESTORE)
                    : Optional.empty();
        }
        try {
            return isKey(Files.readString(file).strip())
                    ? Optional.empty()
                    : Optional.of(SETTING + file + " is not base64 of 32 bytes" + RESTORE);
        } catch (IOException unreadable) {
            return Optional.of(
                    SETTING + file + " cannot be read; let the portal's own user read that file");
        }
    }

    static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Of this data folder; made when it has none. */
    static MasterKey in(Path data) {
        return new MasterKey(KeptSecret.in(file(data), KEY_BYTES));
    }

    private static Path file(Path data) {
        return data.resolve("master.key");
    }
}
