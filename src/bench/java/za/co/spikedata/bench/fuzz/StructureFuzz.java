package za.co.spikedata.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import za.co.spikedata.bench.hostile.RawPdf;

/**
 * Changes a well-formed file as a PDF and not as bytes: its lengths and table of objects stay true
 * while the input decides which references, numbers, names and contents are exchanged.
 */
public final class StructureFuzz implements FuzzTarget {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(?! 0 R)");
    private static final Pattern REFERENCE = Pattern.compile("\\d+ 0 R");
    private static final Pattern NAME = Pattern.compile("/\\w+");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "2147483647",
                    "-2147483648",
                    "99999999999999999999",
                    "1e9",
                    ".",
                    "--1");
    private static final List<String> NAMES =
            List.of(
                    "/Kids",
                    "/Parent",
                    "/Contents",
                    "/Resources",
                    "/Font",
                    "/Type0",
                    "/Type1",
                    "/Type3",
                    "/TrueType",
                    "/CIDFontType2",
                    "/DescendantFonts",
                    "/ToUnicode",
                    "/Encoding",
                    "/Differences",
                    "/Widths",
                    "/W",
                    "/DW",
                    "/FontDescriptor",
                    "/FontFile",
                    "/FontFile2",
                    "/FontFile3",
                    "/Identity-H",
                    "/XObject",
                    "/Form",
                    "/Image",
                    "/Matrix",
                    "/ExtGState",
                    "/Rotate",
                    "/CropBox",
                    "/Filter",
                    "/FlateDecode",
                    "/LZWDecode",
                    "/ASCII85Decode",
                    "/DecodeParms",
                    "/Predictor",
                    "/Columns",
                    "/Length",
                    "/Pages",
                    "/Page",
                    "/Encrypt",
                    "/ObjStm",
                    "/XRef");
    private static final int CHANGES = 24;

    @Override
    public void read(byte[] input) {
        ReaderFuzz.check(changed(new Choices(input)));
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (int kind = 0; kind < 7; kind++) {
            seeds.add(new byte[] {(byte) kind, (byte) (kind + 1), 3, 5, 1, 2, 4, 6, 1, 0, 2, 3});
        }
        seeds.add(RawPdf.latin("\0\3\4\1\0\0\100" + "(05/01/2026) Tj 0 -14 Td (1.00) Tj ET"));
        return seeds;
    }

    private static RawPdf start() {
        return RawPdf.statement()
                .put(
                        7,
                        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 9 0 R/DescendantFonts[8 0 R]>>")
                .put(
                        8,
                        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[0[500 600]3 9 700]>>")
                .stream(
                        9,
                        "",
                        "begincmap 1 beginbfrange <0000> <00FF> <0000> endbfrange 1 beginbfchar <0141> <0041> endbfchar endcmap")
                .stream(
                        6,
                        "/Subtype/Form/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 7 0 R>>>>",
                        "BT /F 8 Tf 40 500 Td <00300031> Tj ET");
    }

    private static byte[] changed(Choices choices) {
        RawPdf pdf = start();
        boolean table = choices.below(4) > 0;
        for (int i = 0; i < CHANGES && !choices.isOver(); i++) {
            int number = choices.of(pdf.numbers());
            String body = pdf.body(number);
            switch (choices.below(8)) {
                case 0 -> pdf.put(number, exchanged(body, NUMBER, choices, NUMBERS));
                case 1 ->
                        pdf.put(
                                number,
                                exchanged(
                                        body, NUMBER, choices, List.of("" + choices.below(1_000))));
                case 2 ->
                        pdf.put(
                                number,
                                exchanged(
                                        body,
                                        REFERENCE,
                                        choices,
                                        List.of(choices.below(12) + " 0 R")));
                case 3 -> pdf.put(number, exchanged(body, NAME, choices, NAMES));
                case 4 -> pdf.put(number, pdf.body(choices.of(pdf.numbers())));
                case 5 -> pdf.without(number);
                default -> content(pdf, body.contains("stream\n") ? number : 4, choices);
            }
            if (pdf.numbers().isEmpty()) {
                break;
            }
        }
        return table ? pdf.bytes() : pdf.bytesWithoutTable();
    }

    private static String exchanged(
            String body, Pattern what, Choices choices, List<String> others) {
        List<MatchResult> found = what.matcher(body).results().toList();
        if (found.isEmpty()) {
            return body;
        }
        MatchResult one = found.get(choices.below(Math.min(found.size(), 1 << 16)));
        return body.substring(0, one.start()) + choices.of(others) + body.substring(one.end());
    }

    /** Puts bytes of the input in the middle of what the stream holds. */
    private static void content(RawPdf pdf, int number, Choices choices) {
        String body = pdf.body(number);
        int from = body.indexOf("stream\n") + 7;
        int to = body.lastIndexOf("\nendstream");
        if (from < 7 || to <= from) {
            return;
        }
        String content = body.substring(from, to);
        int at = choices.below(Math.min(content.length(), 1 << 16));
        int length = choices.below(64);
        int gone = choices.below(32);
        String entries = body.substring(2, Math.max(2, body.indexOf("/Length")));
        pdf.stream(
                number,
                entries,
                content.substring(0, at)
                        + choices.text(length)
                        + content.substring(Math.min(content.length(), at + gone)));
    }
}
