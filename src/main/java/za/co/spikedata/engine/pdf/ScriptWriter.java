package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import za.co.spikedata.engine.pdf.Script.Act;
import za.co.spikedata.engine.pdf.Script.Piece;

/** Writes a script as content: the same places, each glyph as its {@link Face} has it. */
final class ScriptWriter {
    /** Decimals of a number; a hundred-thousandth of a point is nothing. */
    private static final int DECIMALS = 5;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Typing typing;
    private final Map<Face, COSDictionary> fonts;
    private final StringBuilder out = new StringBuilder();
    private final COSDictionary named = new COSDictionary();
    private final COSDictionary forms = new COSDictionary();
    private final Map<Face, String> names = new HashMap<>();
    private String chosen = "";

    /** Back by so many thousandths of the font size before the next glyph. */
    private double skipped;

    private ScriptWriter(Typing typing, Map<Face, COSDictionary> fonts) {
        this.typing = typing;
        this.fonts = fonts;
    }

    /**
     * Writes into a stream, and what it draws with into its resources.
     *
     * @param before content to draw below the text
     */
    static COSDictionary write(
            Script script,
            Typing typing,
            Map<Face, COSDictionary> fonts,
            String before,
            COSStream into)
            throws IOException {
        var writer = new ScriptWriter(typing, fonts);
        for (Act act : script.acts()) {
            writer.write(act);
        }
        try (OutputStream stream = into.createOutputStream(COSName.FLATE_DECODE)) {
            stream.write((before + writer.out).getBytes(StandardCharsets.US_ASCII));
        }
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, writer.named);
        resources.setItem(COSName.XOBJECT, writer.forms);
        return resources;
    }

    private void write(Act act) throws IOException {
        switch (act) {
            case Act.Plain(int operator, double[] numbers) -> {
                for (double number : numbers) {
                    out.append(printed(number)).append(' ');
                }
                out.append(word(operator)).append('\n');
                chosen = operator == Operator.SAVE || operator == Operator.RESTORE ? "" : chosen;
            }
            case Act.Form form -> form(form);
            case Act.Shown shown -> shown(shown);
        }
    }

    private void form(Act.Form form) throws IOException {
        if (!typing.isSeen(form.content())) {
            return;
        }
        var stream = new COSStream();
        COSDictionary resources = write(form.content(), typing, fonts, "", stream);
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.FORM);
        stream.setItem(COSName.RESOURCES, resources);
        Affine by = form.matrix();
        stream.setItem(COSName.MATRIX, array(by.a(), by.b(), by.c(), by.d(), by.e(), by.f()));
        if (form.box().length > 0) {
            stream.setItem(COSName.BBOX, array(form.box()));
        }
        String name = "X" + (forms.size() + 1);
        forms.setItem(COSName.getPDFName(name), stream);
        out.append('/').append(name).append(" Do\n");
    }

    private static COSArray array(double... numbers) {
        var array = new COSArray();
        for (double number : numbers) {
            array.add(new COSFloat((float) number));
        }
        return array;
    }

    private void shown(Act.Shown shown) {
        Face face = typing.face(shown.font());
        String font = name(face) + " " + printed(shown.size()) + " Tf\n";
        if (!font.equals(chosen)) {
            out.append('/').append(font);
            chosen = font;
        }
        out.append('[');
        skipped = 0;
        var string = new StringBuilder();
        for (Piece piece : shown.pieces()) {
            switch (piece) {
                case Piece.Shift(double thousandths) -> skipped += thousandths;
                case Piece.Mark mark -> mark(mark, shown, face, string);
            }
        }
        skip(string);
        end(string);
        out.append("] TJ\n");
    }

    private void mark(Piece.Mark mark, Act.Shown shown, Face face, StringBuilder string) {
        double stretched = mark.blank() ? shown.wordSpacing() : 0;
        if (typing.isRemoved(mark)) {
            double gap = (shown.spacing() + stretched) * 1_000 / shown.size();
            skipped -= mark.width() + gap;
            return;
        }
        skip(string);
        Face.Sort sort = typing.sort(mark);
        string.append(HEX.toHexDigits(face.code(sort), face.isWide() ? 4 : 2));
        if (mark.blank() && !sort.blank() && stretched != 0) {
            skipped -= stretched * 1_000 / shown.size();
        }
    }

    /** What was left out since the last glyph is one gap: the letters' widths would tell them. */
    private void skip(StringBuilder string) {
        if (skipped != 0) {
            end(string);
            out.append(printed(skipped)).append(' ');
            skipped = 0;
        }
    }

    private void end(StringBuilder string) {
        if (!string.isEmpty()) {
            out.append('<').append(string).append('>');
            string.setLength(0);
        }
    }

    private String name(Face face) {
        return names.computeIfAbsent(
                face,
                each -> {
                    String name = "F" + (names.size() + 1);
                    named.setItem(COSName.getPDFName(name), fonts.get(each));
                    return name;
                });
    }

    static String printed(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An operator's letters stand in its number, the last in the lowest byte. */
    private static String word(int operator) {
        var word = new StringBuilder();
        for (int rest = operator; rest > 0; rest >>= Byte.SIZE) {
            word.insert(0, (char) (rest & 0xFF));
        }
        return word.toString();
    }

    /** Rulings and bands as content, in the order they were painted, on paper's own colour. */
    static String painted(List<Area> areas) {
        var painted = new StringBuilder("q 0.85 g\n");
        for (Area area : areas) {
            painted.append(printed(area.left())).append(' ');
            painted.append(printed(area.bottom())).append(' ');
            painted.append(printed(area.width())).append(' ');
            painted.append(printed(area.height())).append(" re f\n");
        }
        return painted.append("Q\n").toString();
    }
}
