package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is decoded byte by byte; reading many is reading one, many times. */
abstract class ByteStream extends InputStream {
    private final byte[] buffer = new byte[1 << 12];
    private final InputStream in;
    private int at;
    private int end;
    private boolean over;

    ByteStream(InputStream in) {
        this.in = in;
    }

    /** The next encoded byte, -1 at the end. */
    final int next() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length && !over) {
            int one = read();
            over = one < 0;
            if (!over) {
                into[offset + count++] = (byte) one;
            }
        }
        return over && count == 0 ? -1 : count;
    }

    @Override
    public final void close() throws IOException {
        in.close();
    }
}
