package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.tamper.Forgery.AMOUNT;
import static za.co.spikedata.engine.tamper.Forgery.baseline;
import static za.co.spikedata.engine.tamper.Forgery.only;
import static za.co.spikedata.engine.tamper.Forgery.signs;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

class MisnamedDigitsTest {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int ROW = 5;
    private static Font face;

    @BeforeAll
    static void faceIsRead() throws Exception {
        try (var in = PDType1Font.class.getResourceAsStream(FONT)) {
            face =
                    Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in))
                            .deriveFont(1000f);
        }
    }

    @Test
    void aFontThatSaysWhatItDrawsIsBelieved() throws IOException {
        try (var forgery = new Forgery()) {
            var read = forgery.in(font(forgery.document, "0123456789")).read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void digitsAreReadAsTheyAreDrawnWhateverTheyAreCalled() throws IOException {
        try (var forgery = new Forgery()) {
            var read = forgery.in(font(forgery.document, "0923456781")).read();

            assertThat(only(read).transactions().get(ROW).amount().cents())
                    .isEqualTo(forgery.cents(ROW));
            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).contains(Sign.MISNAMED_DIGITS);
        }
    }

    @Test
    void aFigureThatOnlyMachinesReadRightProvesNothing() throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            PDType0Font lying = font(forgery.document, "0723456189");
            String seen = forgery.amount(ROW).replace('1', '#').replace('7', '1').replace('#', '7');
            var read =
                    forgery.above(
                                    stream -> {
                                        stream.beginText();
                                        stream.setFont(lying, (float) Forgery.SIZE);
                                        float width = lying.getStringWidth(seen) / 1000 * 9;
                                        stream.newLineAtOffset(AMOUNT - width, baseline(ROW));
                                        stream.showText(seen);
                                        stream.endText();
                                    })
                            .read();

            assertThat(seen).isNotEqualTo(forgery.amount(ROW));
            assertThat(read.verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(read.authenticity().signals())
                    .filteredOn(signal -> signal.sign() == Sign.MISNAMED_DIGITS)
                    .singleElement()
                    .satisfies(signal ->
                            assertThat(signal.place().orElseThrow().box().bottom())
                                    .isBetween(Forgery.fromTop(ROW) - 1, Forgery.fromTop(ROW) + 1));
        }
    }

    @Test
    void aFontThatReadersBringAlongIsReadByTheNamesItIsDrawnBy() throws IOException {
        try (var forgery = new Forgery()) {
            var honest = forgery.in(borrowed(forgery.document, "0123456789")).read();

            assertThat(honest.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(honest)).isEmpty();
        }
        try (var forgery = new Forgery()) {
            var read = forgery.in(borrowed(forgery.document, "0723456189")).read();

            assertThat(only(read).transactions().get(ROW).amount().cents())
                    .isEqualTo(forgery.cents(ROW));
            assertThat(signs(read)).contains(Sign.MISNAMED_DIGITS);
        }
    }

    /** A font of which the file holds no program, only a map of what its digits are called. */
    private static PDFont borrowed(PDDocument document, String called) throws IOException {
        var map = new StringBuilder("95 beginbfchar\n");
        for (char each = ' '; each <= '~'; each++) {
            char named = each >= '0' && each <= '9' ? called.charAt(each - '0') : each;
            map.append("<%02X> <%04X>%n".formatted((int) each, (int) named));
        }
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map.append("endbfchar\n").toString().getBytes(StandardCharsets.US_ASCII));
        }
        var font = new PDType1Font(FontName.HELVETICA);
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
        return font;
    }

    /**
     * An embedded font.
     *
     * @param called what its map says that the digits 0 to 9 are
     */
    private static PDType0Font font(PDDocument document, String called) throws IOException {
        try (var in = PDType1Font.class.getResourceAsStream(FONT)) {
            var font = PDType0Font.load(document, Objects.requireNonNull(in), false);
            var map = new StringBuilder("95 beginbfchar\n");
            for (char each = ' '; each <= '~'; each++) {
                byte[] code = font.encode(String.valueOf(each));
                char named = each >= '0' && each <= '9' ? called.charAt(each - '0') : each;
                map.append("<%02X%02X> <%04X>%n".formatted(code[0], code[1], (int) named));
            }
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(map.append("endbfchar\n").toString().getBytes(StandardCharsets.US_ASCII));
            }
            font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
            return font;
        }
    }

    @Test
    void glyphsThatAreContentsOfTheirOwnAreReadAsTheyAreDrawn() {
        var honest = honest("%s f");

        var read = Forgery.read(drawn("0923456781", "%s f"));
        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(only(read).transactions()).isEqualTo(only(honest).transactions());
        assertThat(signs(read)).contains(Sign.MISNAMED_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s f*",
                "q %s f Q",
                "q 0.5 0 0 0.5 0 0 cm Q %s f Q Q",
                "20 w %s B",
                "-90 w %s S",
                "90 w %s s",
                "20 w %s B*",
                "20 w %s b",
                "20 w %s b*",
                "0 g %s f",
                "0.2 0 0 rg 0 0 0 1 K %s f",
                "/DeviceGray cs 0 sc %s f",
                "1 g -100 -900 900 1200 re f 0 g %s f",
                "%s f 1 g 200 -200 9 9 re f",
                "%s f 0 w 200 -200 m 220 -220 l S",
                "1 J 1 j 1 i 4 M %s f",
                "/A BMC %s f EMC",
                "500 0 0 -900 500 0 d1 1 g %s f"
            })
    void glyphsAreReadAsDrawnHoweverTheyArePainted(String painted) {
        var honest = honest(painted);

        var read = Forgery.read(drawn("0923456781", painted));
        assertThat(only(read).transactions()).isEqualTo(only(honest).transactions());
        assertThat(signs(read)).contains(Sign.MISNAMED_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 l %s f", "1e30 w %s S", "1e39 0 0 1e39 0 0 cm 9e38 w %s S"})
    void glyphsThatNobodyCanDrawAreReadAsTheyAreCalled(String painted) {
        honest(painted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20 w %s S", "20 w %s s", "%s f 1 g 100 -400 100 100 re f", "/P scn %s f"})
    void glyphsOfRimsAloneAreReadAsTheyAreCalled(String painted) {
        honest(painted);
    }

    /** One whose glyphs are called what they are drawn as. */
    private static ReadResult.Read honest(String painted) {
        var honest = Forgery.read(drawn("0123456789", painted));
        assertThat(honest.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(signs(honest)).isEmpty();
        return honest;
    }

    /**
     * A statement in a font of procedures.
     *
     * @param called what its encoding calls the digits 0 to 9
     * @param painted what its glyphs do with an outline
     */
    private static byte[] drawn(String called, String painted) {
        var differences = new StringBuilder("[32");
        var procedures = new StringBuilder("<<");
        var pdf = RawPdf.statement();
        for (char each = ' '; each <= '~'; each++) {
            boolean digit = each >= '0' && each <= '9';
            char named = digit ? called.charAt(each - '0') : each;
            differences.append("/uni%04X".formatted((int) named));
            procedures.append("/uni%04X %d 0 R".formatted((int) named, 100 + each));
            pdf.stream(
                    100 + each, "", "500 0 d0 " + (digit ? painted.formatted(outline(each)) : ""));
        }
        return pdf.put(
                        5,
                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0"
                                + " -0.001 0 0]/FirstChar 32/LastChar 126/Widths[%s]"
                                        .formatted("500 ".repeat(95))
                                + "/Encoding<</Differences %s]>>/CharProcs %s>>>>"
                                        .formatted(differences, procedures))
                .bytes();
    }

    /** A letter as the operators that draw it, a thousand units high and upside down. */
    private static String outline(char letter) {
        var shape =
                face.createGlyphVector(
                                new FontRenderContext(null, true, true), String.valueOf(letter))
                        .getOutline();
        var drawn = new StringBuilder();
        double[] at = new double[6];
        for (var path = shape.getPathIterator(null, 1); !path.isDone(); path.next()) {
            drawn.append(
                    switch (path.currentSegment(at)) {
                        case PathIterator.SEG_MOVETO ->
                                "%d %d m ".formatted(Math.round(at[0]), Math.round(at[1]));
                        case PathIterator.SEG_LINETO ->
                                "%d %d l ".formatted(Math.round(at[0]), Math.round(at[1]));
                        default -> "h ";
                    });
        }
        return drawn.toString();
    }
}
