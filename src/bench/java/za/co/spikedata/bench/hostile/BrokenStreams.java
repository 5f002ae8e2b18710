package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/**
 * Filters that unfold without end, in long chains, with absurd parameters, or nothing they know.
 */
final class BrokenStreams {
    private static final List<String> FILTERS =
            List.of(
                    "/FlateDecode",
                    "/LZWDecode",
                    "/ASCII85Decode",
                    "/ASCIIHexDecode",
                    "/RunLengthDecode",
                    "/Crypt",
                    "/DCTDecode",
                    "/JBIG2Decode",
                    "/JPXDecode",
                    "/CCITTFaxDecode",
                    "/Fl",
                    "/LZW",
                    "/A85",
                    "/AHx",
                    "/RL",
                    "/Unknown");

    private BrokenStreams() {}

    static List<Family> families() {
        return List.of(
                new Family("streams: flate bomb", BrokenStreams::flateBomb),
                new Family("streams: flate in flate", BrokenStreams::flateInFlate),
                new Family("streams: run length bomb", BrokenStreams::runLengthBomb),
                new Family("streams: LZW bomb", BrokenStreams::lzwBomb),
                new Family("streams: one bomb many times", BrokenStreams::manyTimes),
                new Family("streams: long chains of filters", BrokenStreams::chain),
                new Family("streams: filters of noise", BrokenStreams::noise),
                new Family("streams: filters of anything", BrokenStreams::anyFilter),
                new Family("streams: predictors", BrokenStreams::predictors),
                new Family("streams: packed content damaged", BrokenStreams::damaged));
    }

    private static byte[] content(String entries, String bytes) {
        return RawPdf.statement().stream(4, entries, bytes).bytes();
    }

    private static byte[] flateBomb(Random random) {
        String text =
                Family.any(List.of("q Q ", " ", "(1) Tj ", "[", "% ", "1 ", "/F 9 Tf "), random);
        return content("/Filter/FlateDecode", Packing.flateBomb(text, 1 << 3 + random.nextInt(7)));
    }

    private static byte[] flateInFlate(Random random) {
        String packed = Packing.flateBomb(" ", 1 << 6 + random.nextInt(5));
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            packed = Packing.flate(packed);
        }
        return content("/Filter[" + "/FlateDecode".repeat(times + 1) + "]", packed);
    }

    private static byte[] runLengthBomb(Random random) {
        int times = 1 + random.nextInt(7);
        return content(
                "/Filter[/FlateDecode" + "/RunLengthDecode".repeat(times) + "]",
                Packing.flate(Packing.runLengthBomb(1 << random.nextInt(20))));
    }

    private static byte[] lzwBomb(Random random) {
        return content("/Filter/LZWDecode", Packing.lzwBomb(1 << random.nextInt(18)));
    }

    private static byte[] manyTimes(Random random) {
        var pdf = RawPdf.statement().stream(4, "/Filter/FlateDecode", Packing.flateBomb("q Q ", 8));
        return pdf.change(
                        3,
                        "/Contents 4 0 R",
                        "/Contents[" + "4 0 R ".repeat(1 << random.nextInt(14)) + "]")
                .bytes();
    }

    private static byte[] chain(Random random) {
        int length = 1 + random.nextInt(200);
        String filter = Family.any(FILTERS, random);
        return content("/Filter[" + filter.repeat(length) + "]", RawPdf.content());
    }

    private static byte[] noise(Random random) {
        return content(
                "/Filter" + Family.any(FILTERS, random),
                Family.noise(random, 1 + random.nextInt(50_000)));
    }

    private static byte[] anyFilter(Random random) {
        return content(
                "/Filter %s/DecodeParms %s"
                        .formatted(
                                Family.any(Family.VALUES, random),
                                Family.any(Family.VALUES, random)),
                Packing.flate(RawPdf.content()));
    }

    private static byte[] predictors(Random random) {
        String entries =
                "/Filter%s/DecodeParms<</Predictor %s/Columns %s/Colors %s/BitsPerComponent %s>>"
                        .formatted(
                                random.nextBoolean() ? "/FlateDecode" : "/LZWDecode",
                                Family.any(List.of("2", "10", "12", "15", "99", "-1"), random),
                                Family.number(random),
                                random.nextBoolean() ? "1" : Family.number(random),
                                random.nextBoolean() ? "8" : Family.number(random));
        return content(entries, Packing.flate(RawPdf.content().repeat(1 + random.nextInt(50))));
    }

    private static byte[] damaged(Random random) {
        byte[] packed = RawPdf.latin(Packing.flate(RawPdf.content().repeat(20)));
        for (int i = random.nextInt(5); i >= 0; i--) {
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return content("/Filter/FlateDecode", RawPdf.latin(packed));
    }
}
