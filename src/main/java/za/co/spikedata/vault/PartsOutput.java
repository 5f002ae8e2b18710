package za.co.spikedata.vault;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes one object: in one piece when it fits the buffer, else part by part. The object appears
 * with {@link #finish} only; {@link #abandon} leaves nothing behind.
 */
final class PartsOutput extends OutputStream {
    /** The smallest part S3 accepts, except for the last. */
    private static final int PART_BYTES = 5 << 20;

    private static final int FIRST_BUFFER_BYTES = 64 << 10;

    private final ObjectStore store;
    private final String name;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int filled;
    private @Nullable String upload;
    private boolean isFinished;

    PartsOutput(ObjectStore store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == PART_BYTES) {
                sendPart();
            }
            int taken = Math.min(left, PART_BYTES - filled);
            grow(filled + taken);
            System.arraycopy(content, from, buffer, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    /** Makes the object appear. */
    void finish() {
        if (upload == null) {
            store.put(name, buffer, filled);
        } else {
            sendPart();
            store.complete(name, upload, parts);
        }
        isFinished = true;
    }

    /** Takes back what was sent, unless finished; safe to call twice. */
    void abandon() {
        if (!isFinished && upload != null) {
            var begun = upload;
            upload = null;
            store.abort(name, begun);
        }
    }

    private void sendPart() {
        if (upload == null) {
            upload = store.begin(name);
        }
        parts.add(store.part(name, upload, parts.size() + 1, buffer, filled));
        filled = 0;
    }

    private void grow(int needed) {
        if (needed > buffer.length) {
            buffer =
                    Arrays.copyOf(
                            buffer, Math.min(PART_BYTES, Math.max(needed, buffer.length * 2)));
        }
    }
}
