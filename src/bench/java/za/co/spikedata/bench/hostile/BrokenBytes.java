package za.co.spikedata.bench.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Whole statements whose bytes are damaged or dressed up, and files that hardly are any. */
final class BrokenBytes {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LENGTH = Pattern.compile("(?<=/Length )\\d+");
    private static final Pattern REFERENCE = Pattern.compile("\\d+ 0 R");
    private static final Pattern NAME = Pattern.compile("/[A-Z][A-Za-z0-9]+");
    private static final Pattern WORD =
            Pattern.compile("endobj|endstream|stream|xref|startxref|trailer|obj|%%EOF|>>|<<|\\]");

    private BrokenBytes() {}

    static List<Family> families(List<byte[]> whole) {
        BiFunction<String, BiFunction<String, Random, String>, Family> each =
                (name, broken) ->
                        new Family(
                                name,
                                random -> {
                                    byte[] one = whole.get(random.nextInt(whole.size()));
                                    return RawPdf.latin(broken.apply(RawPdf.latin(one), random));
                                });
        return List.of(
                new Family("bytes: none", _ -> new byte[0]),
                new Family("bytes: one", random -> new byte[] {(byte) random.nextInt(256)}),
                new Family("bytes: header only", _ -> RawPdf.latin("%PDF-1.7\n")),
                new Family(
                        "bytes: header and noise",
                        random -> RawPdf.latin("%PDF-1.4\n" + Family.noise(random, 20_000))),
                new Family("bytes: noise", random -> RawPdf.latin(Family.noise(random, 9_000))),
                new Family("bytes: in a zip", random -> zipped(any(whole, random))),
                each.apply("bytes: cut off", (pdf, random) -> pdf.substring(0, at(pdf, random))),
                each.apply("bytes: without its head", (pdf, random) -> headless(pdf, random)),
                each.apply("bytes: bits flipped", BrokenBytes::flipped),
                each.apply("bytes: pieces swapped", BrokenBytes::swapped),
                each.apply("bytes: a piece left out", BrokenBytes::gapped),
                each.apply("bytes: a piece blank", BrokenBytes::blanked),
                each.apply("bytes: as text", (pdf, _) -> pdf.replace("\n", "\r\n")),
                each.apply("bytes: seven bits", (pdf, _) -> pdf.replaceAll("[\\x80-\\xff]", "?")),
                each.apply("bytes: numbers", (pdf, random) -> some(pdf, NUMBER, random, false)),
                each.apply("bytes: lengths", (pdf, random) -> some(pdf, LENGTH, random, false)),
                each.apply(
                        "bytes: references", (pdf, random) -> some(pdf, REFERENCE, random, true)),
                each.apply("bytes: names", (pdf, random) -> some(pdf, NAME, random, true)),
                each.apply("bytes: words lost", (pdf, random) -> lost(pdf, random)),
                each.apply("bytes: twice", (pdf, _) -> pdf + pdf),
                each.apply("bytes: noise behind", (pdf, r) -> pdf + Family.noise(r, 200_000)),
                each.apply(
                        "bytes: behind a page of HTML",
                        (pdf, _) -> "<html><script>alert(1)</script><!--" + pdf),
                each.apply("bytes: deep header", (pdf, r) -> "x".repeat(r.nextInt(3_000)) + pdf),
                each.apply("bytes: saved many times", BrokenBytes::savedAgain));
    }

    private static byte[] any(List<byte[]> whole, Random random) {
        return whole.get(random.nextInt(whole.size()));
    }

    private static int at(String pdf, Random random) {
        return random.nextInt(pdf.length());
    }

    private static String headless(String pdf, Random random) {
        return "%PDF-1.4\n" + pdf.substring(at(pdf, random));
    }

    private static String flipped(String pdf, Random random) {
        byte[] bytes = RawPdf.latin(pdf);
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return RawPdf.latin(bytes);
    }

    private static String swapped(String pdf, Random random) {
        int[] cuts = {at(pdf, random), at(pdf, random), at(pdf, random)};
        Arrays.sort(cuts);
        return pdf.substring(0, cuts[0])
                + pdf.substring(cuts[1], cuts[2])
                + pdf.substring(cuts[0], cuts[1])
                + pdf.substring(cuts[2]);
    }

    private static String gapped(String pdf, Random random) {
        int from = at(pdf, random);
        return pdf.substring(0, from)
                + pdf.substring(Math.min(pdf.length(), from + 1 + random.nextInt(500)));
    }

    private static String blanked(String pdf, Random random) {
        int from = at(pdf, random);
        int to = Math.min(pdf.length(), from + 1 + random.nextInt(500));
        return pdf.substring(0, from) + "\0".repeat(to - from) + pdf.substring(to);
    }

    private static String some(String pdf, Pattern what, Random random, boolean exchanged) {
        List<String> found = what.matcher(pdf).results().map(MatchResult::group).toList();
        int one = Math.max(1, found.size() / (1 + random.nextInt(5)));
        return what.matcher(pdf)
                .replaceAll(match ->
                        random.nextInt(one) > 0
                                ? match.group()
                                : exchanged ? Family.any(found, random) : Family.number(random));
    }

    private static String lost(String pdf, Random random) {
        return WORD.matcher(pdf).replaceAll(match -> random.nextInt(60) > 0 ? match.group() : "");
    }

    /** Each save repeats objects and points back to the one before, or to somewhere else. */
    private static String savedAgain(String pdf, Random random) {
        var saved = new StringBuilder(pdf);
        int before = pdf.lastIndexOf("startxref");
        for (int i = random.nextInt(300); i > 0; i--) {
            int at = saved.length();
            saved.append("xref\n0 0\ntrailer\n<</Root 1 0 R/Size 9/Prev ")
                    .append(random.nextInt(9) > 0 ? before : random.nextInt(at))
                    .append(">>\nstartxref\n")
                    .append(at)
                    .append("\n%%EOF\n");
            before = at;
        }
        return saved.toString();
    }

    private static byte[] zipped(byte[] pdf) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("statement.pdf"));
            zip.write(pdf);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
