package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is decoded byte by byte; reading many is reading one, many times. */
abstract class ByteStream extends InputStream {
    private final byte[] buffer = new byte[1 << 12];
    private final InputStream in;
    private int at;
    private int end;

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
        for (int i = 0; i < length; i++) {
            int one = read();
            if (one < 0) {
                return i == 0 ? -1 : i;
            }
            into[offset + i] = (byte) one;
        }
        return length;
    }

    @Override
    public final void close() throws IOException {
        in.close();
    }
}
