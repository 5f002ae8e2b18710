package za.co.spikedata.statements.view;

import java.util.List;

/**
 * The page {@code /uploads/{id}} and its fragment: one batch of files.
 *
 * @param headline {@code upload.running} (finished, total) or {@code upload.finished} (total,
 *     proven, unproven, contradicted, locked, refused)
 * @param isRunning some file is waiting or being read: poll again
 */
public record UploadView(
        String id,
        List<DocumentRow> rows,
        Said headline,
        int finished,
        int total,
        boolean isRunning,
        boolean hasDone) {
    /** 0 to 100, for {@code aria-valuenow}. */
    public int percent() {
        return total == 0 ? 100 : finished * 100 / total;
    }
}
