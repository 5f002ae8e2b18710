package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Undoes the predictor of a Flate or LZW stream, row by row as it is read. */
final class PredictedStream extends InputStream {
    private static final int TIFF = 2;

    /** From this on a row begins with the kind of its prediction. */
    private static final int PNG = 10;

    /** Bytes of one row; a table of references or a page's text has a handful. */
    private static final long LONGEST_ROW = 1 << 16;

    private final InputStream in;
    private final boolean tagged;
    private final int pixel;
    private final byte[] above;
    private final byte[] row;
    private int at;
    private int filled;

    private PredictedStream(InputStream in, boolean tagged, int pixel, int length) {
        this.in = in;
        this.tagged = tagged;
        this.pixel = pixel;
        this.above = new byte[length];
        this.row = new byte[length];
    }

    /**
     * @throws IOException when a row would be longer than any of text
     */
    static InputStream of(InputStream in, COSDictionary parameters) throws IOException {
        int predictor = parameters.getInt(COSName.PREDICTOR, 1);
        if (predictor != TIFF && predictor < PNG) {
            return in;
        }
        long bits =
                (long) parameters.getInt(COSName.COLORS, 1)
                        * parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
        long columns = parameters.getInt(COSName.COLUMNS, 1);
        if (bits < 1 || bits > LONGEST_ROW || columns < 1 || columns * bits > LONGEST_ROW * 8) {
            throw new IOException("no sensible row");
        }
        return new PredictedStream(
                in, predictor >= PNG, (int) (bits + 7) / 8, (int) (columns * bits + 7) / 8);
    }

    @Override
    public int read() throws IOException {
        return at < filled || next() ? row[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == filled && !next()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(row, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean next() throws IOException {
        int kind = tagged ? in.read() : 1;
        if (kind < 0) {
            return false;
        }
        System.arraycopy(row, 0, above, 0, row.length);
        at = 0;
        filled = in.readNBytes(row, 0, row.length);
        for (int i = 0; i < filled; i++) {
            int left = i < pixel ? 0 : row[i - pixel] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < pixel ? 0 : above[i - pixel] & 0xFF;
            row[i] += (byte) predicted(kind, left, up, corner);
        }
        return filled > 0;
    }

    private static int predicted(int kind, int left, int up, int corner) {
        return switch (kind) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
        };
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int byLeft = Math.abs(guess - left);
        int byUp = Math.abs(guess - up);
        int byCorner = Math.abs(guess - corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }
}
