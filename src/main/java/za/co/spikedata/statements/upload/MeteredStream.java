package za.co.spikedata.statements.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Counts what is read, refuses to go past limits and says what a failure of the source means;
 * closing it leaves the source open.
 */
final class MeteredStream extends FilterInputStream {
    private final Refusal whenBroken;
    private final List<Meter> meters;
    private long count;

    /** Hears of bytes as they pass. */
    @FunctionalInterface
    interface Meter {
        void pass(long bytes) throws RefusedException;

        /** Lets {@code limit} bytes pass, over all streams it is given to. */
        static Meter limit(long limit, Refusal refusal) {
            long[] left = {limit};
            return bytes -> {
                left[0] -= bytes;
                if (left[0] < 0) {
                    throw new RefusedException(refusal);
                }
            };
        }
    }

    MeteredStream(InputStream source, Refusal whenBroken, Meter... meters) {
        super(source);
        this.whenBroken = whenBroken;
        this.meters = List.of(meters);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new RefusedException(whenBroken);
        }
        if (read > 0) {
            count += read;
            for (var meter : meters) {
                meter.pass(read);
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.clamp(bytes, 0, 8192)).length;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {}
}
