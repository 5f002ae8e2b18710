package za.co.spikedata.bench.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** Pages to print cells on; places in points from the top left of the page as it is read. */
final class Sheet {
    /** A piece of text on a page. */
    record Piece(double left, double baseline, String text) {}

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final TrueTypeFont TRUE_TYPE = trueType();

    private final Conventions.Page lie;
    private final double size;
    private final double width;
    private final double height;
    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final List<List<Piece>> pages = new ArrayList<>();

    Sheet(Conventions.Page lie, Conventions.Face face, double size) {
        this.lie = lie;
        this.size = size;
        boolean sideways = lie == Conventions.Page.ROTATED;
        this.width = sideways ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth();
        this.height = sideways ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight();
        this.font = font(face);
        turn();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    void turn() {
        pages.add(new ArrayList<>());
    }

    void text(double left, double baseline, String text) {
        if (!text.isEmpty()) {
            pages.getLast().add(new Piece(left, baseline, text));
        }
    }

    void textUpTo(double right, double baseline, String text) {
        text(right - width(text), baseline, text);
    }

    double width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Changes what is printed, page by page. */
    void change(UnaryOperator<List<Piece>> pages) {
        this.pages.replaceAll(pages);
    }

    byte[] bytes() {
        try (document) {
            for (List<Piece> pieces : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                draw(page, pieces);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void draw(PDPage page, List<Piece> pieces) throws IOException {
        float tall = PDRectangle.A4.getHeight();
        float wide = PDRectangle.A4.getWidth();
        if (lie == Conventions.Page.IN_FORM) {
            var form = new PDFormXObject(document);
            form.setBBox(PDRectangle.A4);
            form.setResources(new org.apache.pdfbox.pdmodel.PDResources());
            var appearance =
                    new org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream(
                            form.getCOSObject());
            try (var stream = new PDPageContentStream(document, appearance)) {
                print(stream, pieces);
            }
            try (var stream = new PDPageContentStream(document, page)) {
                stream.drawForm(form);
            }
            return;
        }
        try (var stream = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true)) {
            switch (lie) {
                case ROTATED -> {
                    page.setRotation(90);
                    stream.transform(new Matrix(0, 1, -1, 0, wide, 0));
                }
                case UPSIDE_DOWN -> {
                    page.setRotation(180);
                    stream.transform(new Matrix(-1, 0, 0, -1, wide, tall));
                }
                case SHIFTED -> stream.transform(new Matrix(1, 0, 0, 1, 11.3f, -7.7f));
                case SCALED -> stream.transform(new Matrix(0.9f, 0, 0, 0.9f, 20, 50));
                case UPRIGHT, IN_FORM, LETTERS, TWO_TABLES -> {
                    // As it is.
                }
            }
            print(stream, pieces);
        }
    }

    private void print(PDPageContentStream stream, List<Piece> pieces) throws IOException {
        for (Piece piece : pieces) {
            stream.beginText();
            stream.setFont(font, (float) size);
            if (lie == Conventions.Page.LETTERS) {
                double left = piece.left();
                for (int i = 0; i < piece.text().length(); i++) {
                    String letter = piece.text().substring(i, i + 1);
                    if (!letter.isBlank()) {
                        stream.setTextMatrix(
                                Matrix.getTranslateInstance(
                                        (float) left, (float) (height - piece.baseline())));
                        stream.showText(letter);
                    }
                    left += width(letter);
                }
            } else {
                stream.newLineAtOffset((float) piece.left(), (float) (height - piece.baseline()));
                stream.showText(piece.text());
            }
            stream.endText();
        }
    }

    private PDFont font(Conventions.Face face) {
        return switch (face) {
            case HELVETICA -> new PDType1Font(FontName.HELVETICA);
            case TIMES -> new PDType1Font(FontName.TIMES_ROMAN);
            case COURIER -> new PDType1Font(FontName.COURIER);
            case EMBEDDED -> embedded();
        };
    }

    private PDFont embedded() {
        try {
            return PDType0Font.load(document, TRUE_TYPE, true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Parsed once; looking for ligatures in every cell would take most of the drawing. */
    private static TrueTypeFont trueType() {
        try (var stream = PDType1Font.class.getResourceAsStream(FONT)) {
            var font =
                    new TTFParser(true)
                            .parse(new RandomAccessReadBuffer(Objects.requireNonNull(stream)));
            font.setEnableGsub(false);
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
