package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PDFBox's filters encode, ours decode. */
class DecodedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FlateDecode",
                "LZWDecode",
                "ASCIIHexDecode",
                "ASCII85Decode",
                "RunLengthDecode",
                "ASCII85Decode FlateDecode"
            })
    void givesBackWhatWasEncoded(String filters) throws IOException {
        for (int length : new int[] {0, 1, 4, 5, 127, 128, 129, 5_000, 70_000}) {
            byte[] content = content(length);
            try (var stream = new COSStream()) {
                var names = new COSArray();
                for (String filter : filters.split(" ")) {
                    names.add(COSName.getPDFName(filter));
                }
                try (var out = stream.createOutputStream(names)) {
                    out.write(content);
                }
                byte[] decoded =
                        Decoded.bytes(stream, new Budget(1 << 24, 1, 1), Integer.MAX_VALUE);
                assertThat(decoded).as(filters + " " + length).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<48656C6C6F>", "<48 65 6C\n6C 6F", "48656C6C6F>"})
    void readsHexAsItIsWritten(String written) throws IOException {
        var in = new ByteArrayInputStream(written.getBytes(StandardCharsets.ISO_8859_1));
        try (var hex = new HexStream(in)) {
            assertThat(new String(hex.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1, 8, 5", "11, 1, 8, 5", "12, 1, 8, 5", "13, 1, 8, 5", "14, 1, 8, 5", "15, 1, 8, 5",
        "2, 1, 8, 7", "2, 3, 8, 4", "12, 3, 8, 5", "13, 4, 8, 3", "14, 3, 8, 5", "15, 1, 16, 9"
    })
    void undoesWhatPdfBoxUndoes(int predictor, int colors, int bits, int columns)
            throws IOException {
        byte[] packed = content(2_003);
        if (predictor >= 10) {
            int row = (colors * bits * columns + 7) / 8 + 1;
            for (int i = 0; i < packed.length; i += row) {
                packed[i] = (byte) (i % 5);
            }
        }
        try (var stream = flate(packed)) {
            stream.setItem(COSName.DECODE_PARMS, parameters(predictor, colors, bits, columns));
            int whole = packed.length / (colors * bits * columns / 8 + 1);
            byte[] ours = Decoded.bytes(stream, new Budget(1 << 24, 1, 1), Integer.MAX_VALUE);
            try (var theirs = stream.createInputStream()) {
                assertThat(ours).hasSizeGreaterThan(whole * 3).startsWith(firstRows(theirs, ours));
            }
        }
    }

    @Test
    void aRowOfGigabytesIsNoStream() throws IOException {
        try (var stream = flate(content(100))) {
            stream.setItem(COSName.DECODE_PARMS, parameters(15, 1, 8, 2_147_483_600));

            assertThatThrownBy(() -> Decoded.of(stream, new Budget(1 << 24, 1, 1)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void rowsCostNoMoreThanTheBudget() throws IOException {
        try (var stream = flate(new byte[1 << 22])) {
            stream.setItem(COSName.DECODE_PARMS, parameters(12, 1, 8, 4));
            var budget = new Budget(1 << 20, 1, 1);

            assertThatThrownBy(() -> Decoded.bytes(stream, budget, Integer.MAX_VALUE))
                    .isInstanceOf(Budget.Spent.class);
        }
    }

    /** The last row may be cut off, of which the two make different things. */
    private static byte[] firstRows(InputStream theirs, byte[] ours) throws IOException {
        byte[] whole = theirs.readAllBytes();
        return Arrays.copyOf(whole, Math.min(whole.length, ours.length) - 64);
    }

    private static COSStream flate(byte[] content) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    private static COSDictionary parameters(int predictor, int colors, int bits, int columns) {
        var parameters = new COSDictionary();
        parameters.setInt(COSName.PREDICTOR, predictor);
        parameters.setInt(COSName.COLORS, colors);
        parameters.setInt(COSName.BITS_PER_COMPONENT, bits);
        parameters.setInt(COSName.COLUMNS, columns);
        return parameters;
    }

    /** Text with runs and repeats, so that every filter has something to do. */
    private static byte[] content(int length) {
        var random = new Random(length);
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            boolean repeats = i > 40 && random.nextInt(5) > 0;
            content[i] = repeats ? content[i - 40] : (byte) random.nextInt(i % 7 == 0 ? 256 : 64);
        }
        return content;
    }
}
