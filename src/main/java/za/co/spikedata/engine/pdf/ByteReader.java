package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a stream one by one, through a buffer. */
final class ByteReader {
    private static final int BUFFER = 1 << 14;

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

    /** Puts the byte that was read last back; once. */
    void unread() {
        at--;
    }
}
