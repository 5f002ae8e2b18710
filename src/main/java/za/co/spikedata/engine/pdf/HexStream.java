package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** ASCIIHexDecode. */
final class HexStream extends ByteStream {
    HexStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int high = digit();
        if (high < 0) {
            return -1;
        }
        return high << 4 | Math.max(0, digit());
    }

    private int digit() throws IOException {
        int one = next();
        while (one >= 0 && one != '>') {
            int digit = Character.digit(one, 16);
            if (digit >= 0) {
                return digit;
            }
            one = next();
        }
        return -1;
    }
}
