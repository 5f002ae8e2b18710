package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a stream one by one, through a buffer. */
final class ByteReader {
    private static final int BUFFER = 1 << 12;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    ByteReader(InputStream in) {
        this.in = in;
    }

    /** The next byte, -1 at the end. */
    int read() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    /**
     * Copies bytes of a literal string up to its next bracket or backslash, or as many as are at
     * hand and have room.
     *
     * @return how many
     */
    int text(byte[] into, int offset) {
        int from = at;
        int to = Math.min(end, at + into.length - offset);
        int next = from;
        while (next < to && buffer[next] != '(' && buffer[next] != ')' && buffer[next] != '\\') {
            next++;
        }
        System.arraycopy(buffer, from, into, offset, next - from);
        at = next;
        return next - from;
    }

    /** Puts the byte that was read last back; once. */
    void unread() {
        at--;
    }
}
