package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.tamper.Forgery.AMOUNT;
import static za.co.spikedata.engine.tamper.Forgery.baseline;
import static za.co.spikedata.engine.tamper.Forgery.only;
import static za.co.spikedata.engine.tamper.Forgery.signs;

import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Verdict;

class MisnamedDigitsTest {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int ROW = 5;

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
            out.write(map.append("endbfchar\n").toString().getBytes());
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
                out.write(map.append("endbfchar\n").toString().getBytes());
            }
            font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
            return font;
        }
    }
}
