package za.co.spikedata.engine.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.layout.Glyphs;
import za.co.spikedata.engine.layout.Lines;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.EngineLimits;

/**
 * A document's text with the place of each glyph, to be written as a new document with other
 * characters in the same places. What is written is made of numbers, of characters the caller
 * gives, and of names every PDF uses; nothing else of the first file has a way into it.
 */
public final class PdfScript {
    private static final long MOST_BYTES = 400L << 20;
    private static final long MOST_OPERATORS = 30_000_000;

    /** Rulings are thinner, bands wider than this, in points and as a share of the page. */
    private static final double THICKEST_RULING = 2;

    /** Half an inch: what is shorter may be a letter's stroke, a bar of a chart or of a code. */
    private static final double SHORTEST_RULING = 36;

    private static final double NARROWEST_BAND = 0.5;

    /** Rulings of one page; drawings made of rectangles have more. */
    private static final int MOST_RULINGS = 2_000;

    /**
     * A glyph as it stands on its page, in points, the origin at the bottom left.
     *
     * @param word which of the page's words it is part of, counted from 0; -1 for a blank, for one
     *     written in another direction, and for one nobody sees
     * @param offset where in the word's text its own begins
     * @param font which of the document's fonts it is drawn with
     * @param unit its width in thousandths of the font size
     */
    public record Glyph(
            String text,
            boolean seen,
            int word,
            int offset,
            double x,
            double y,
            double width,
            double size,
            int font,
            double unit) {}

    /** A page's words and glyphs, in the order they are drawn. */
    public record Sheet(Page page, List<Glyph> glyphs) {
        public Sheet {
            glyphs = List.copyOf(glyphs);
        }
    }

    /** Gives the text to print instead; as long as the glyph's own, or empty to print none. */
    @FunctionalInterface
    public interface Instead {
        String of(int sheet, int glyph);
    }

    private record Held(COSDictionary page, Script script) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Map<TextFont, Integer> fonts = new IdentityHashMap<>();
    private final List<Face> faces = new ArrayList<>();
    private final Fonts known;

    private PdfScript(Fonts known) {
        this.known = known;
    }

    /** Nothing when the file cannot be opened or followed. */
    public static Optional<PdfScript> of(
            byte[] pdf, Optional<String> password, EngineLimits limits) {
        try (var document = Loader.loadPDF(pdf, password.orElse(""))) {
            var budget = new Budget(MOST_BYTES, MOST_OPERATORS, limits.maxGlyphs());
            var script = new PdfScript(new Fonts(budget));
            script.read(document, budget, limits);
            return Optional.of(script);
        } catch (IOException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError unfollowed) {
            return Optional.empty();
        }
    }

    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /**
     * Letters and digits as wide as this in a font that everybody has, so that any of them can be
     * printed by the font's own codes; none for other fonts.
     */
    public List<String> alike(int font, double unit) {
        return faces.get(font).alike(unit);
    }

    private void read(PDDocument document, Budget budget, EngineLimits limits) {
        Set<COSDictionary> layersOff = Paint.layersOff(document.getDocument());
        var dense = new IdentityHashMap<COSStream, Boolean>();
        var ink = new Ink();
        var upright = new Glyphs();
        for (COSDictionary page : PageTree.of(document.getDocument(), limits.maxPages())) {
            ink.clear();
            var script = new Script();
            var pen = new PageInk(known, budget, ink, layersOff, dense);
            pen.keep(script);
            pen.draw(page);
            PDRectangle crop = new PDPage(page).getCropBox();
            Sight.judge(ink, pen.paint(), area(crop));
            UprightPage turned = UprightPage.of(crop, ink);
            Lines.Placed placed = turned.placed(ink, upright);
            Page words = turned.page(sheets.size() + 1, placed);
            sheets.add(new Sheet(words, glyphs(ink, script, turned, placed)));
            held.add(new Held(page(page), script));
        }
    }

    private List<Glyph> glyphs(Ink ink, Script script, UprightPage turned, Lines.Placed placed) {
        var marks = new Script.Piece.@Nullable Mark[ink.count()];
        int[] drawnWith = new int[ink.count()];
        gather(script, marks, drawnWith);
        var glyphs = new ArrayList<Glyph>();
        int on = 0;
        for (int i = 0; i < ink.count(); i++) {
            boolean holds = turned.holds(ink, i);
            glyphs.add(
                    new Glyph(
                            ink.text(i),
                            ink.isSeen(i),
                            holds ? placed.words()[on] : -1,
                            holds ? placed.offsets()[on] : 0,
                            ink.x(i),
                            ink.y(i),
                            ink.width(i),
                            ink.size(i),
                            drawnWith[i],
                            marks[i] == null ? 0 : marks[i].width()));
            on += holds ? 1 : 0;
        }
        return glyphs;
    }

    private void gather(Script script, Script.Piece.@Nullable Mark[] marks, int[] drawnWith) {
        for (Script.Act act : script.acts()) {
            switch (act) {
                case Script.Act.Plain _ -> {}
                case Script.Act.Form form -> gather(form.content(), marks, drawnWith);
                case Script.Act.Shown shown -> {
                    int font = font(shown.font());
                    for (Script.Piece piece : shown.pieces()) {
                        if (piece instanceof Script.Piece.Mark mark
                                && mark.ink() != Script.NO_INK) {
                            marks[mark.ink()] = mark;
                            drawnWith[mark.ink()] = font;
                        }
                    }
                }
            }
        }
    }

    private int font(TextFont font) {
        return fonts.computeIfAbsent(
                font,
                each -> {
                    faces.add(new Face(known.dictionary(each), each));
                    return faces.size() - 1;
                });
    }

    /** What a page says of its own size, in numbers. */
    private static COSDictionary page(COSDictionary page) {
        var own = new PDPage(page);
        var copy = new PDPage(own.getMediaBox());
        copy.setCropBox(own.getCropBox());
        copy.setRotation(own.getRotation());
        return copy.getCOSObject();
    }

    /**
     * The copy; nothing when a font would need more codes than it can have.
     *
     * @param identity of the copy, any number
     */
    public Optional<byte[]> written(Instead instead, long identity) {
        Map<TextFont, Face> fresh = new IdentityHashMap<>();
        fonts.forEach(
                (font, index) -> fresh.put(font, new Face(faces.get(index).original(), font)));
        var typings = new ArrayList<Typing>();
        for (int i = 0; i < sheets.size(); i++) {
            var typing = new Typing(texts(i, instead), fresh);
            typing.need(held.get(i).script());
            typings.add(typing);
        }
        try (var document = new PDDocument()) {
            Map<Face, COSDictionary> written = Typing.fonts(fresh);
            for (int i = 0; i < sheets.size(); i++) {
                document.addPage(page(i, typings.get(i), written));
            }
            document.setDocumentId(identity);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return Optional.of(bytes.toByteArray());
        } catch (Face.Full full) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("Expected to write into memory", impossible);
        }
    }

    private @Nullable String[] texts(int sheet, Instead instead) {
        List<Glyph> glyphs = sheets.get(sheet).glyphs();
        @Nullable String[] texts = new String[glyphs.size()];
        for (int i = 0; i < texts.length; i++) {
            String text = glyphs.get(i).seen() ? instead.of(sheet, i) : "";
            texts[i] = text.isEmpty() ? null : text;
        }
        return texts;
    }

    private PDPage page(int sheet, Typing typing, Map<Face, COSDictionary> written)
            throws IOException {
        Held each = held.get(sheet);
        var copy = new COSDictionary(each.page());
        var content = new COSStream();
        String ground = ScriptWriter.painted(rulings(each));
        copy.setItem(
                COSName.RESOURCES,
                ScriptWriter.write(each.script(), typing, written, ground, content));
        copy.setItem(COSName.CONTENTS, content);
        copy.setItem(COSName.ROTATE, COSInteger.get(new PDPage(each.page()).getRotation()));
        return new PDPage(copy);
    }

    private static List<Area> rulings(Held each) {
        double page = new PDPage(each.page()).getMediaBox().getWidth();
        List<Area> found =
                each.script().areas().stream().filter(area -> isOfATable(area, page)).toList();
        return found.size() > MOST_RULINGS ? List.of() : found;
    }

    private static boolean isOfATable(Area area, double page) {
        double longer = Math.max(area.width(), area.height());
        double shorter = Math.min(area.width(), area.height());
        return shorter <= THICKEST_RULING
                ? longer >= SHORTEST_RULING
                : area.width() >= NARROWEST_BAND * page;
    }

    private static Area area(PDRectangle box) {
        return new Area(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getUpperRightX(),
                box.getUpperRightY());
    }
}
