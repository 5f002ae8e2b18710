package za.co.spikedata.engine.pdf;

import java.util.List;
import za.co.spikedata.bench.fuzz.FuzzTarget;
import za.co.spikedata.bench.hostile.RawPdf;

/** Any bytes as a font's map from codes to characters. */
public final class MapFuzz implements FuzzTarget {
    private static final int CODES = 1 << 16;

    @Override
    public void read(byte[] input) {
        if (ToUnicode.parse(input).length > CODES) {
            throw new IllegalStateException("Expected codes of two bytes");
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                RawPdf.latin(
                        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                                + "2 beginbfrange <0020> <007E> <0020> <0100> <0102> [<0041> <0042> <D83DDE00>] endbfrange\n"
                                + "1 beginbfchar <01> <00660069> endbfchar endcmap"));
    }
}
