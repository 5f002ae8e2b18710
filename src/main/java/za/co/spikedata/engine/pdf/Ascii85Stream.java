package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** ASCII85Decode. */
final class Ascii85Stream extends ByteStream {
    private static final int BASE = 85;

    private final int[] group = new int[4];
    private int at;
    private int filled;
    private boolean ended;

    Ascii85Stream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        return group[at++];
    }

    private boolean fill() throws IOException {
        long value = 0;
        int digits = 0;
        while (digits < 5 && !ended) {
            int one = next();
            if (one < 0 || one == '~') {
                ended = true;
            } else if (one == 'z' && digits == 0) {
                digits = 5;
            } else if (one >= '!' && one <= 'u') {
                value = value * BASE + one - '!';
                digits++;
            }
        }
        at = 0;
        filled = Math.max(0, digits - 1);
        for (int i = digits; i < 5; i++) {
            value = value * BASE + BASE - 1;
        }
        for (int i = 0; i < filled; i++) {
            group[i] = (int) (value >> 24 - 8 * i & 0xFF);
        }
        return filled > 0;
    }
}
