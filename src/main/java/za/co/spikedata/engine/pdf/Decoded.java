package za.co.spikedata.engine.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * A stream's bytes behind its filters, decoded as they are read, so that a small file which unfolds
 * to gigabytes costs no memory. A stream that breaks off gives what came before.
 */
final class Decoded extends InputStream {
    private static final int BUFFER = 1 << 14;
    private static final int MOST_FILTERS = 8;

    /** What a byte costs that is unfolded by itself and not in a block. */
    private static final int ALONE = 2;

    private final InputStream in;
    private final Budget budget;
    private final int cost;

    private Decoded(InputStream in, Budget budget) {
        this.in = in;
        this.budget = budget;
        this.cost = in instanceof ByteStream ? ALONE : 1;
    }

    /**
     * @throws IOException when a filter is unknown or not one of text
     */
    static InputStream of(COSStream stream, Budget budget) throws IOException {
        InputStream in = stream.createRawInputStream();
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName name) {
            in = filtered(in, name, parameters(stream, 0));
        } else if (filters instanceof COSArray names) {
            if (names.size() > MOST_FILTERS) {
                throw new IOException("too many filters");
            }
            for (int i = 0; i < names.size(); i++) {
                if (!(names.getObject(i) instanceof COSName name)) {
                    throw new IOException("no filter");
                }
                in = new Decoded(filtered(in, name, parameters(stream, i)), budget);
            }
        }
        return new Decoded(in, budget);
    }

    /** At most {@code limit} bytes of the stream. */
    static byte[] bytes(COSStream stream, Budget budget, int limit) throws IOException {
        try (InputStream in = of(stream, budget)) {
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            int count = in.read(buffer);
            while (count >= 0 && bytes.size() < limit) {
                bytes.write(buffer, 0, count);
                count = in.read(buffer);
            }
            return bytes.toByteArray();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(into, offset, length);
        } catch (IOException broken) {
            return -1;
        }
        if (count > 0) {
            budget.decoded((long) count * cost);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static COSDictionary parameters(COSStream stream, int index) {
        COSBase found = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.getPDFName("DP"));
        if (found instanceof COSArray each && index < each.size()) {
            found = each.getObject(index);
        }
        return found instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    }

    private static InputStream filtered(InputStream in, COSName filter, COSDictionary parameters)
            throws IOException {
        return switch (filter.getName()) {
            case "FlateDecode", "Fl" -> PredictedStream.of(new InflaterInputStream(in), parameters);
            case "LZWDecode", "LZW" ->
                    PredictedStream.of(
                            new LzwStream(in, parameters.getInt("EarlyChange", 1) == 1),
                            parameters);
            case "ASCIIHexDecode", "AHx" -> new HexStream(in);
            case "ASCII85Decode", "A85" -> new Ascii85Stream(in);
            case "RunLengthDecode", "RL" -> new RunLengthStream(in);
            case "Crypt" -> in;
            default -> throw new IOException("no filter of text");
        };
    }
}
