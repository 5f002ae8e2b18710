package za.co.spikedata.engine.pdf;

/** The size a JPEG says it has; what its dictionary says may be a lie. */
final class JpegSize {
    private static final int MARKER = 0xFF;
    private static final int SCAN = 0xDA;

    private JpegSize() {}

    /** Pixels of the picture; 0 when it does not tell. */
    static long pixels(byte[] jpeg) {
        int at = 2;
        while (at + 8 < jpeg.length) {
            int kind = jpeg[at + 1] & 0xFF;
            if ((jpeg[at] & 0xFF) != MARKER || kind == SCAN) {
                return 0;
            }
            if (kind == MARKER) {
                at++;
            } else if (isFrame(kind)) {
                return (long) pair(jpeg, at + 5) * pair(jpeg, at + 7);
            } else {
                at += 2 + Math.max(2, pair(jpeg, at + 2));
            }
        }
        return 0;
    }

    /** Start of a frame: 0xC0 to 0xCF but for three tables. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static int pair(byte[] bytes, int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : 0;
    }
}
