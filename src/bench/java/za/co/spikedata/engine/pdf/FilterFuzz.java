package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import za.co.spikedata.bench.fuzz.FuzzTarget;

/** Any bytes behind any filters: what comes out is within the budget and the same each time. */
public final class FilterFuzz implements FuzzTarget {
    private static final List<String> FILTERS =
            List.of(
                    "FlateDecode",
                    "LZWDecode",
                    "ASCII85Decode",
                    "ASCIIHexDecode",
                    "RunLengthDecode",
                    "Crypt",
                    "DCTDecode");
    private static final int PARAMETERS = 6;
    private static final int MOST = 1 << 22;

    /** Six bytes choose the filters and their parameters. */
    @Override
    public void read(byte[] input) throws IOException {
        if (input.length <= PARAMETERS) {
            return;
        }
        try (var stream = new COSStream()) {
            try (var out = stream.createRawOutputStream()) {
                out.write(input, PARAMETERS, input.length - PARAMETERS);
            }
            var filters = new COSArray();
            for (int i = input[0] & 3; i >= 0; i--) {
                filters.add(
                        COSName.getPDFName(FILTERS.get((input[1] >> i & 0xFF) % FILTERS.size())));
            }
            stream.setItem(COSName.FILTER, filters);
            var parameters = new COSDictionary();
            parameters.setInt(COSName.PREDICTOR, input[2] % 17);
            parameters.setInt(COSName.COLUMNS, input[3] * (input[0] < 0 ? 1 << 20 : 1));
            parameters.setInt(COSName.COLORS, input[4]);
            parameters.setInt(COSName.BITS_PER_COMPONENT, input[5]);
            stream.setItem(COSName.DECODE_PARMS, parameters);
            decode(stream);
        }
    }

    private static void decode(COSStream stream) {
        try (var in = Decoded.of(stream, new Budget(MOST, 1, 1));
                var again = Decoded.of(stream, new Budget(MOST, 1, 1))) {
            int one = in.read();
            while (one >= 0) {
                if (again.read() != one) {
                    throw new IllegalStateException("Expected the same bytes twice");
                }
                one = in.read();
            }
        } catch (IOException | Budget.Spent none) {
            // No stream of text, or too much of it.
        }
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        byte[] text = "1 0 0 1 40 700 Tm (01/02/2026) Tj ".repeat(9).getBytes();
        for (int filter = 0; filter < 5; filter++) {
            try (var stream = new COSStream()) {
                try (var out = stream.createOutputStream(COSName.getPDFName(FILTERS.get(filter)))) {
                    out.write(text);
                }
                byte[] packed = stream.createRawInputStream().readAllBytes();
                for (int predictor : new int[] {1, 2, 12, 15}) {
                    byte[] seed = new byte[packed.length + PARAMETERS];
                    seed[1] = (byte) filter;
                    seed[2] = (byte) predictor;
                    seed[3] = 5;
                    seed[4] = 1;
                    seed[5] = 8;
                    System.arraycopy(packed, 0, seed, PARAMETERS, packed.length);
                    seeds.add(seed);
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return seeds;
    }
}
