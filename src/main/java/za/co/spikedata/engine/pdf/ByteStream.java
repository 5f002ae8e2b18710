package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is decoded byte by byte; reading many is reading one, many times. */
abstract class ByteStream extends InputStream {
    private final InputStream in;
    private final ByteReader encoded;
    private boolean over;

    ByteStream(InputStream in) {
        this.in = in;
        this.encoded = new ByteReader(in);
    }

    /** The next encoded byte, -1 at the end. */
    final int next() throws IOException {
        return encoded.read();
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
