package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;

/** LZWDecode. */
final class LzwStream extends ByteStream {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST_CODES = 4_096;

    private final int[] before = new int[MOST_CODES];
    private final byte[] last = new byte[MOST_CODES];
    private final byte[] word = new byte[MOST_CODES + 1];
    private final int early;
    private int at;
    private int codes = END + 1;
    private int previous = -1;
    private int bits;
    private int held;

    /**
     * @param early codes grow one code sooner than they must
     */
    LzwStream(InputStream in, boolean early) {
        super(in);
        this.early = early ? 1 : 0;
    }

    @Override
    public int read() throws IOException {
        while (at == 0) {
            int code = code();
            if (code < 0 || code == END) {
                return -1;
            }
            if (code == CLEAR) {
                codes = END + 1;
                previous = -1;
            } else if (!unfold(code)) {
                return -1;
            }
        }
        return word[--at] & 0xFF;
    }

    /** Puts the code's bytes into the word, last first. */
    private boolean unfold(int code) {
        boolean known = code < codes;
        if (code > codes || !known && previous < 0) {
            return false;
        }
        int walk = known ? code : previous;
        at = known ? 0 : 1;
        while (walk > END && at < word.length - 1) {
            word[at++] = last[walk];
            walk = before[walk];
        }
        word[at++] = (byte) walk;
        byte first = (byte) walk;
        if (!known) {
            word[0] = first;
        }
        if (previous >= 0 && codes < MOST_CODES) {
            before[codes] = previous;
            last[codes] = first;
            codes++;
        }
        previous = code;
        return true;
    }

    private int code() throws IOException {
        int width = Math.clamp(32 - Integer.numberOfLeadingZeros(codes + early), 9, 12);
        while (bits < width) {
            int one = next();
            if (one < 0) {
                return -1;
            }
            held = held << 8 | one;
            bits += 8;
        }
        bits -= width;
        int code = held >> bits & (1 << width) - 1;
        held &= (1 << bits) - 1;
        return code;
    }
}
