package za.co.spikedata.engine.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Prints a drawing: lines of text that say what stands where, in points from the top left.
 *
 * <pre>
 * producer NAME           left in the file's properties
 * font FACE SIZE          helvetica, bold, times, courier or embedded, until the next
 * lie HOW                 upright, rotated, form, letters, words, columns, backwards or scaled
 * spaced POINTS           added behind each character, until the next
 * stops 40 110 >430       where cells start, or with > where they end
 * page                    begins another page
 * BASELINE| cell | cell   one cell a stop; +9| is nine points below the line before
 * at X Y [DEGREES] | text
 * picture X Y WIDTH HEIGHT
 * </pre>
 */
final class PlacedPaper {
    private static final String EMBEDDED =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** How much larger than it is written a page is shown. */
    private static final float ZOOM = 24;

    private static final Map<String, FontName> FACES =
            Map.of(
                    "helvetica", FontName.HELVETICA,
                    "bold", FontName.HELVETICA_BOLD,
                    "times", FontName.TIMES_ROMAN,
                    "courier", FontName.COURIER);

    private enum Lie {
        UPRIGHT,
        ROTATED,
        FORM,
        LETTERS,
        WORDS,
        COLUMNS,
        BACKWARDS,
        SCALED
    }

    /** A text, or a grey picture where it is empty. */
    private record Piece(
            double left,
            double baseline,
            double degrees,
            String text,
            PDFont font,
            double size,
            double spacing,
            double width,
            double height) {}

    private final PDDocument document = new PDDocument();
    private final List<List<Piece>> pages = new ArrayList<>();
    private PDFont font = new PDType1Font(FontName.HELVETICA);
    private double size = 8;
    private double spacing;
    private double baseline;
    private Lie lie = Lie.UPRIGHT;
    private String[] stops = {};

    private PlacedPaper() {}

    static byte[] of(List<String> drawing) throws IOException {
        var paper = new PlacedPaper();
        try (paper.document) {
            for (String line : drawing) {
                if (!line.isBlank()) {
                    paper.read(line);
                }
            }
            for (List<Piece> page : paper.pages) {
                paper.draw(page);
            }
            var bytes = new ByteArrayOutputStream();
            paper.document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void read(String line) throws IOException {
        String[] words = line.strip().split("\\s+");
        switch (words[0]) {
            case "producer" ->
                    document.getDocumentInformation().setProducer(line.substring(8).strip());
            case "font" -> {
                font = font(words[1]);
                size = Double.parseDouble(words[2]);
            }
            case "lie" -> lie = Lie.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
            case "spaced" -> spacing = Double.parseDouble(words[1]);
            case "stops" -> stops = line.substring(5).strip().split("\\s+");
            case "page" -> {
                pages.add(new ArrayList<>());
                baseline = 0;
            }
            case "at" -> {
                String text = line.substring(line.indexOf('|') + 1).strip();
                double degrees = words[3].equals("|") ? 0 : Double.parseDouble(words[3]);
                add(Double.parseDouble(words[1]), Double.parseDouble(words[2]), degrees, text);
            }
            case "picture" ->
                    pages.getLast()
                            .add(
                                    new Piece(
                                            Double.parseDouble(words[1]),
                                            Double.parseDouble(words[2]),
                                            0,
                                            "",
                                            font,
                                            size,
                                            0,
                                            Double.parseDouble(words[3]),
                                            Double.parseDouble(words[4])));
            default -> row(line);
        }
    }

    private void row(String line) throws IOException {
        String[] cells = line.split("\\|", -1);
        String place = cells[0].strip();
        baseline =
                place.startsWith("+")
                        ? baseline + Double.parseDouble(place.substring(1))
                        : Double.parseDouble(place);
        for (int i = 1; i < cells.length; i++) {
            String text = cells[i].strip();
            if (text.isEmpty()) {
                continue;
            }
            String stop = stops[i - 1];
            double at = Double.parseDouble(stop.replace(">", ""));
            add(stop.startsWith(">") ? at - width(text) : at, baseline, 0, text);
        }
    }

    private void add(double left, double at, double degrees, String text) {
        pages.getLast().add(new Piece(left, at, degrees, text, font, size, spacing, 0, 0));
    }

    private double width(String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size + spacing * text.length();
    }

    private PDFont font(String face) throws IOException {
        if (!face.equals("embedded")) {
            return new PDType1Font(FACES.get(face));
        }
        try (var stream = PDType1Font.class.getResourceAsStream(EMBEDDED)) {
            return PDType0Font.load(document, java.util.Objects.requireNonNull(stream), true);
        }
    }

    private void draw(List<Piece> pieces) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        double height = lie == Lie.ROTATED ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight();
        List<Piece> ordered = new ArrayList<>(pieces);
        if (lie == Lie.COLUMNS) {
            ordered.sort(Comparator.comparingDouble(Piece::left));
        }
        if (lie == Lie.BACKWARDS) {
            Collections.reverse(ordered);
        }
        if (lie == Lie.FORM) {
            var form = new PDFormXObject(document);
            form.setBBox(PDRectangle.A4);
            form.setResources(new PDResources());
            try (var stream =
                    new PDPageContentStream(
                            document, new PDAppearanceStream(form.getCOSObject()))) {
                print(stream, ordered, height);
            }
            try (var stream = new PDPageContentStream(document, page)) {
                stream.drawForm(form);
            }
            return;
        }
        try (var stream = new PDPageContentStream(document, page)) {
            if (lie == Lie.ROTATED) {
                page.setRotation(90);
                stream.transform(new Matrix(0, 1, -1, 0, PDRectangle.A4.getWidth(), 0));
            }
            if (lie == Lie.SCALED) {
                stream.transform(Matrix.getScaleInstance(ZOOM, ZOOM));
                ordered.replaceAll(PlacedPaper::shrunk);
                height /= ZOOM;
            }
            print(stream, ordered, height);
        }
    }

    private static Piece shrunk(Piece piece) {
        return new Piece(
                piece.left() / ZOOM,
                piece.baseline() / ZOOM,
                piece.degrees(),
                piece.text(),
                piece.font(),
                piece.size() / ZOOM,
                piece.spacing() / ZOOM,
                piece.width() / ZOOM,
                piece.height() / ZOOM);
    }

    private void print(PDPageContentStream stream, List<Piece> pieces, double height)
            throws IOException {
        for (Piece piece : pieces) {
            if (piece.text().isEmpty()) {
                picture(stream, piece, height);
            } else {
                text(stream, piece, height);
            }
        }
    }

    private void text(PDPageContentStream stream, Piece piece, double height) throws IOException {
        String parted =
                switch (lie) {
                    case LETTERS -> "";
                    case WORDS -> "(?<= )|(?= )";
                    default -> "$";
                };
        double left = piece.left();
        for (String part : piece.text().split(parted)) {
            if (!part.isBlank()) {
                stream.beginText();
                stream.setFont(piece.font(), (float) piece.size());
                stream.setCharacterSpacing((float) piece.spacing());
                stream.setTextMatrix(
                        Matrix.getRotateInstance(
                                Math.toRadians(piece.degrees()),
                                (float) left,
                                (float) (height - piece.baseline())));
                stream.showText(part);
                stream.endText();
            }
            left += piece.font().getStringWidth(part) / 1000 * piece.size() + piece.spacing();
        }
    }

    private void picture(PDPageContentStream stream, Piece piece, double height)
            throws IOException {
        var grey = new BufferedImage(40, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 40; x++) {
            grey.setRGB(x, x % 8, 0x808080);
        }
        stream.drawImage(
                LosslessFactory.createFromImage(document, grey),
                (float) piece.left(),
                (float) (height - piece.baseline()),
                (float) piece.width(),
                (float) piece.height());
    }
}
