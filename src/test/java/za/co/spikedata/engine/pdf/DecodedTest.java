package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.params.ParameterizedTest;
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
