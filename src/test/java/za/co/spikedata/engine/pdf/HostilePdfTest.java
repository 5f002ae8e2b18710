package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.layout.PageTaker;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Recogniser;

/**
 * Small files that unfold to much more than a statement can be; each is answered, none is read on.
 */
class HostilePdfTest {
    private static final String PAGE =
            "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                    + "/Resources<</Font<</F 5 0 R>>/XObject<</X0 10 0 R>>>>>>endobj\n"
                    + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";

    @Test
    void formsThatDrawFormsAreGivenUp() {
        var pdf = new StringBuilder(PAGE);
        pdf.append(stream(4, "", "/X0 Do"));
        for (int level = 0; level < 10; level++) {
            String own =
                    level == 9
                            ? "BT /F 9 Tf (1 234.50) Tj ET"
                            : ("/X" + (level + 1) + " Do ").repeat(10);
            String resources =
                    "/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>/XObject<</X%d %d 0 R>>>>"
                            .formatted(level + 1, level + 11);
            pdf.append(stream(10 + level, resources, own));
        }
        assertThat(reason(pdf.toString().getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adobe.PubSec", "FOPN_fLock"})
    void aLockThatNoPasswordOpensIsNamed(String lock) {
        String pdf =
                "%PDF-1.7\n8 0 obj<</Filter/"
                        + lock
                        + "/SubFilter/adbe.pkcs7.s4/V 2/Length 128/Recipients[(x)]>>endobj\n"
                        + PAGE;
        String table =
                "xref\n8 1\n0000000009 00000 n \ntrailer<</Root 1 0 R/Encrypt 8 0 R>>\n"
                        + "startxref\n%d\n%%%%EOF".formatted(pdf.length());

        assertThat(reason(latin(pdf + table))).contains(Reason.OTHER_LOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 0 R", "[4 0 R]"})
    void aPageWhoseContentIsGoneIsDamaged(String contents) {
        String lost = "%PDF-1.7\n" + PAGE.replace("/Contents 4 0 R", "/Contents " + contents);

        assertThat(reason(latin(lost))).contains(Reason.DAMAGED_PDF);
        assertThat(reason(latin(lost + stream(4, "", "")))).contains(Reason.NO_TEXT);
    }

    @Test
    void aStreamThatUnfoldsToGigabytesIsGivenUp() throws IOException {
        String content = stream(4, "/Filter/FlateDecode", unfolding(100));

        assertThat(reason(latin(PAGE + content))).contains(Reason.TOO_COMPLEX);
    }

    @Test
    void objectsInAStreamThatUnfoldsToGigabytesAreGivenUp() throws IOException {
        String objects = stream(9, "/Type/ObjStm/N 9/First 99/Filter/FlateDecode", unfolding(100));

        assertThat(reason(latin(PAGE + objects))).contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aTableThatUnfoldsToMillionsOfObjectsIsGivenUp() throws IOException {
        String table = stream(9, "/Type/XRef/W[1 2 1]/Size 9/Filter/FlateDecode", unfolding(3));
        String pdf = "%PDF-1.5\n" + PAGE + table;

        assertThat(reason(latin(pdf + "startxref\n%d\n%%%%EOF".formatted(pdf.indexOf("9 0 obj")))))
                .contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aFileSavedThousandsOfTimesIsGivenUp() {
        assertThat(reason(latin(PAGE + "trailer<</Root 1 0 R>>\n".repeat(2_000))))
                .contains(Reason.TOO_COMPLEX);
    }

    /** Each of the pieces ends nowhere, so PDFBox looks for its end through the whole file. */
    @Test
    void aFileThatIsReadAgainAndAgainIsGivenUp() {
        var pdf = new StringBuilder(PAGE.replace("4 0 R", "[" + refs(120) + "]"));
        for (int i = 0; i < 120; i++) {
            pdf.append("%d 0 obj<</Length 1>>stream\n0 0 m\n".formatted(100 + i));
        }
        assertThat(reason(latin(pdf.append(" ".repeat(4 << 20)).toString())))
                .contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aPageOfTooManyGlyphsIsGivenUp() {
        String text = "BT /F 9 Tf " + "(1111111111111111111111111) Tj ".repeat(6_000) + "ET";
        assertThat(reason((PAGE + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aPageTreeThatHoldsItselfEnds() {
        String knotted = PAGE.replace("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R 2 0 R]");
        String text = "BT /F 9 Tf (nothing) Tj ET";
        assertThat(reason((knotted + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    /** Every code of the range would be written out. */
    @Test
    void aFontWhoseMapNamesBillionsOfCodesHasNoLetters() {
        String range = "1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange ";
        String pdf =
                PAGE.replace(
                                "/Subtype/Type1/BaseFont/Helvetica",
                                "/Subtype/Type0/BaseFont/A/Encoding 6 0 R/DescendantFonts[7 0 R]")
                        + stream(4, "", "BT /F 9 Tf (text) Tj ET")
                        + stream(6, "/Type/CMap/CMapName/A", range.repeat(50))
                        + "7 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/A>>endobj\n";

        assertThat(reason(latin(pdf))).contains(Reason.UNMAPPED_TEXT);
    }

    @Test
    void aNumberOfAMillionDigitsIsANumber() {
        String text = "BT /F 9 Tf " + "9".repeat(1_000_000) + " 0 Td (text) Tj ET";
        assertThat(reason((PAGE + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.NO_TEXT);
    }

    @Test
    void digitsAsWideAsTheWorldAreComparedWithNothing() {
        String content =
                "10 10 1 3 re f BT /F 9 Tf 10 10 Td (1234.50) Tj ET "
                        + "10 10 1 3 re f ".repeat(100_001);
        String pdf =
                PAGE.replace("/Helvetica", "/Helvetica/FirstChar 48/Widths[20000000000000]")
                        + stream(4, "", content);

        assertTimeout(Duration.ofSeconds(8), () -> assertThat(reason(latin(pdf))).isEmpty());
    }

    @Test
    void aProcedureThatAllCodesOfAllFontsShareIsDrawnOnce() {
        var fonts = new StringBuilder();
        var shown = new StringBuilder("BT ");
        var pdf = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            fonts.append("/F%d %d 0 R".formatted(i, 100 + i));
            shown.append("/F%d 9 Tf (text) Tj ".formatted(i));
            pdf.append(
                    ("%d 0 obj<</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar"
                                    + " 0/Widths[500]/Encoding<</Differences[0 %s]>>/CharProcs<</one 6"
                                    + " 0 R>>>>endobj\n")
                            .formatted(100 + i, "/one".repeat(256)));
        }
        String wave = "0 0 m 9000000 1 -9000000 1 9000000 0 c ".repeat(4);
        String page =
                PAGE.replace("/F 5 0 R", fonts)
                        + stream(4, "", shown.append("ET").toString())
                        + stream(6, "", "500 0 d0 " + wave + "f")
                        + pdf;

        assertTimeout(Duration.ofSeconds(5), () -> reason(latin(page)));
    }

    @Test
    void patternsBesideThousandsOfGlyphsAreGivenUp() {
        String text = "BT /F 9 Tf (11111111111111111111111111111111111111111111111111) Tj ET ";
        String pdf =
                PAGE.replace("/XObject", "/Pattern<</P 6 0 R>>/XObject")
                        + stream(
                                4,
                                "",
                                text.repeat(500)
                                        + "/Pattern cs /P scn "
                                        + "500 500 9 9 re f ".repeat(20_000))
                        + stream(
                                6,
                                "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep"
                                        + " 9/YStep 9",
                                "");

        assertThat(reason(latin(pdf))).contains(Reason.TOO_COMPLEX);
    }

    @Test
    void pagesThatAllBuryTheirDigitsInMarksAreGivenUp() {
        String pages =
                IntStream.range(0, 15)
                        .mapToObj(i ->
                                "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
                                        .formatted(100 + i))
                        .collect(Collectors.joining());
        String pdf =
                PAGE.replace("[3 0 R]", "[" + refs(15) + "]")
                        + pages
                        + stream(
                                4,
                                "",
                                "12 11 .6 .6 re f ".repeat(60_000)
                                        + "BT /F 9 Tf 1 0 0 1 10 10 Tm (8888.88) Tj ET "
                                                .repeat(40));

        assertThat(reason(latin(pdf))).contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aTileThatManyPagesAreLaidOverWithIsLookedAtOnce() {
        var pdf =
                new StringBuilder(PAGE.replace("[3 0 R]", "[" + refs(200) + "]"))
                        .append(
                                stream(
                                        4,
                                        "",
                                        "BT /F 9 Tf 10 10 Td (text) Tj ET /Pattern cs /P scn 0 0 99 99 re f"))
                        .append(
                                stream(
                                        6,
                                        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep"
                                                + " 1/YStep 1",
                                        "0 0 .1 .1 re f ".repeat(30_000)));
        for (int i = 0; i < 200; i++) {
            pdf.append(
                    "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/Pattern<</P 6 0 R>>>>>>endobj\n"
                            .formatted(100 + i));
        }

        assertThat(reason(latin(pdf.toString()))).isEmpty();
    }

    @Test
    void whatAGlyphDrawsCostsTheDocument() {
        var procedure = new COSStream();
        var budget = new Budget(10_000, 100, 0);

        assertThatExceptionOfType(Budget.Spent.class)
                .isThrownBy(() -> {
                    try (var content = procedure.createOutputStream()) {
                        content.write(latin("0 0 m ".repeat(200)));
                    }
                    GlyphProcedure.outline(procedure, Affine.IDENTITY, budget);
                });
    }

    @Test
    void formsThatDrawThemselvesAreGivenUp() {
        String own = "/Subtype/Form/Resources<</XObject<</X0 10 0 R>>>>";
        String pdf = PAGE + stream(4, "", "/X0 Do") + stream(10, own, "/X0 Do ".repeat(40));

        assertThat(reason(pdf.getBytes(StandardCharsets.ISO_8859_1))).contains(Reason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/X0 Do /S sh",
                "/X0 Do [0.0001] 0 d 0 0 m 595 842 l S",
                "/X0 Do /Pattern cs /P scn 0 0 595 842 re f",
                "/X0 Do /G gs 0 0 595 842 re f 0 0 595 842 re f"
            })
    void aScanIsDrawnWithoutWhatTakesEndlessTime(String content) {
        String pdf =
                PAGE.replace(
                                "/Resources<<",
                                "/Resources<</Shading<</S 11 0 R>>/Pattern<</P 12 0 R>>"
                                        + "/ExtGState<</G<</SMask<</S/Alpha/G 13 0 R>>>>>>")
                        + stream(4, "", content)
                        + stream(
                                10,
                                "/Subtype/Image/Width 1/Height 1/BitsPerComponent"
                                        + " 8/ColorSpace/DeviceGray",
                                "0")
                        + "11 0 obj<</ShadingType 3/ColorSpace/DeviceGray/Coords[0 0 0.00001 9 9"
                        + " 2147483647]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N"
                        + " 1>>>>endobj\n"
                        + stream(
                                12,
                                "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep"
                                        + " 0.001/YStep 0.001",
                                "0 0 9 9 re f")
                        + stream(
                                13,
                                "/Subtype/Form/BBox[0 0 595"
                                        + " 842]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</ExtGState<</G<</SMask<</S/Alpha/G"
                                        + " 13 0 R>>>>>>>>",
                                "/G gs 0 0 595 842 re f ".repeat(20));
        var seen = new ArrayList<byte[]>();

        assertTimeout(
                Duration.ofSeconds(8),
                () ->
                        PdfReader.read(
                                ("%PDF-1.4\n" + pdf + "trailer<</Root 1 0 R>>")
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                Optional.empty(),
                                EngineLimits.DEFAULT,
                                image -> {
                                    seen.add(image);
                                    return List.of();
                                },
                                Progress.NONE,
                                PageTaker.NONE));

        assertThat(seen).hasSize(1);
    }

    @Test
    void aPictureThatIsLargerThanItSaysIsNoPage() {
        String jpeg =
                "\u00ff\u00d8\u00ff\u00e0\0\4ab\u00ff\u00c0\0\21\10\u00ff\u00dc\u00ff\u00dc\3abcdefgh";
        assertThat(JpegSize.pixels(jpeg.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(65_500L * 65_500);
        assertThat(JpegSize.pixels(new byte[40])).isZero();
    }

    private static String refs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> 100 + i + " 0 R")
                .collect(Collectors.joining(" "));
    }

    /** Blanks of so many megabytes, deflated. */
    private static String unfolding(int megabytes) throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                deflater.write(blanks);
            }
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String stream(int number, String entries, String content) {
        return "%d 0 obj<<%s/Length %d>>stream\n%s\nendstream endobj\n"
                .formatted(number, entries, content.length(), content);
    }

    /** Empty when text was read. */
    private static Optional<Reason> reason(byte[] objects) {
        byte[] pdf = objects;
        if (objects[0] != '%') {
            String whole =
                    "%PDF-1.4\n"
                            + new String(objects, StandardCharsets.ISO_8859_1)
                            + "trailer<</Root 1 0 R>>";
            pdf = whole.getBytes(StandardCharsets.ISO_8859_1);
        }
        return switch (PdfReader.read(
                pdf,
                Optional.empty(),
                EngineLimits.DEFAULT,
                Recogniser.NONE,
                Progress.NONE,
                PageTaker.NONE)) {
            case PdfText.Refused(var reason) -> Optional.of(reason);
            case PdfText.Text _ -> Optional.empty();
        };
    }
}
