package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** RunLengthDecode. */
final class RunLengthStream extends ByteStream {
    private static final int END = 128;

    private int left;
    private int repeated = -1;

    RunLengthStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        while (left == 0) {
            int length = next();
            if (length < 0 || length == END) {
                return -1;
            }
            left = length < END ? length + 1 : 2 * END + 1 - length;
            repeated = length < END ? -1 : next();
        }
        left--;
        return repeated >= 0 ? repeated : next();
    }
}
