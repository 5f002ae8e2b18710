package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file in memory; what is read of it, again and again, comes out of the budget. */
final class CountedFile implements RandomAccessRead {
    private final byte[] bytes;
    private final Budget budget;
    private int at;
    private boolean closed;

    CountedFile(byte[] bytes, Budget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        budget.read();
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = Math.min(length, bytes.length - at);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        budget.readTogether(count);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public long getPosition() {
        return at;
    }

    /** To the end at most, as PDFBox expects. */
    @Override
    public void seek(long position) throws IOException {
        if (position < 0) {
            throw new IOException("Expected a place in the file, got " + position);
        }
        at = (int) Math.min(position, bytes.length);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() {
        return at >= bytes.length;
    }

    /** With a place of its own, so that neither moves the other's. */
    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(new CountedFile(bytes, budget), start, length, true);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
