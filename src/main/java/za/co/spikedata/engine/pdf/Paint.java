package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.pdf.Shapes.Part;

/** What is painted beside the glyphs of a page, before and over them, and how the glyphs look. */
final class Paint {
    /** Areas thinner than this are rulings and cover nothing, in points. */
    private static final double RULING = 2;

    private static final double DENSE = 0.95;

    /** What is painted less densely than this changes no digit: watermarks are pale. */
    private static final double PALE = 0.3;

    /** Areas larger than this on a side are no part of a letter, in points. */
    private static final double LETTER = 24;

    /** Thinner than any line that is seen, in points; hairlines have no width of their own. */
    private static final double HAIR = 0.1;

    /** Areas of one page; a chart has hundreds. */
    private static final int MOST = 20_000;

    /** A page that hides more areas than this is none of a statement. */
    private static final int MOST_COVERS = 200_000;

    /**
     * An area that was painted.
     *
     * @param color 0xRRGGBB, or {@link Tint#UNKNOWN}
     * @param covers nothing below it is seen
     * @param picture an image
     * @param from glyphs from this one on are drawn over it
     */
    record Fill(Area area, int color, boolean covers, boolean picture, int from) {}

    /** Glyphs that look alike, from one and up to another that is not among them. */
    record Run(int from, int to, Look look, int mode, TextFont font) {}

    /**
     * Something painted that is no larger than a letter.
     *
     * @param color 0xRRGGBB, or {@link Tint#UNKNOWN}
     * @param from glyphs from this one on are drawn over it
     */
    record Dab(Area area, int color, int from) {}

    /** A path that is not painted yet, and the marks that a content stands in. */
    record Open(Shapes shapes, boolean clips, boolean odd, int marks, int offFrom) {}

    private final List<Fill> fills = new ArrayList<>();
    private final Dabs dabs;
    private final List<Run> runs = new ArrayList<>();
    private final List<Area> patterned = new ArrayList<>();
    private Shapes shapes = new Shapes();
    private final Set<COSDictionary> layersOff;
    private @Nullable List<Area> kept;
    private boolean clips;
    private boolean odd;
    private int marks;
    private int offFrom;
    private int outlines;

    /**
     * @param drawn the glyphs that are painted beside
     * @param layersOff what {@link #layersOff} answers for the document
     */
    Paint(Ink drawn, Set<COSDictionary> layersOff) {
        this.dabs = new Dabs(drawn);
        this.layersOff = layersOff;
    }

    /** Layers that a reader does not show when it opens the document. */
    static Set<COSDictionary> layersOff(COSDocument document) {
        Set<COSDictionary> off = Collections.newSetFromMap(new IdentityHashMap<>());
        COSDictionary trailer = document.getTrailer();
        COSDictionary root = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        COSDictionary all = root == null ? null : root.getCOSDictionary(COSName.OCPROPERTIES);
        if (all == null || !(all.getDictionaryObject(COSName.D) instanceof COSDictionary usual)) {
            return off;
        }
        if (COSName.OFF.equals(usual.getCOSName(COSName.BASE_STATE))) {
            off.addAll(dictionaries(all.getCOSArray(COSName.OCGS)));
            off.removeAll(dictionaries(usual.getCOSArray(COSName.ON)));
        }
        off.addAll(dictionaries(usual.getCOSArray(COSName.OFF)));
        return off;
    }

    private static List<COSDictionary> dictionaries(@Nullable COSArray array) {
        var found = new ArrayList<COSDictionary>();
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary dictionary) {
                found.add(dictionary);
            }
        }
        return found;
    }

    /** Keeps every upright rectangle and line that is painted from now on, however thin. */
    void keep(List<Area> areas) {
        kept = areas;
    }

    List<Fill> fills() {
        return fills;
    }

    /** What was filled with a pattern since it was last asked for. */
    List<Area> patterned() {
        if (patterned.isEmpty()) {
            return List.of();
        }
        List<Area> taken = List.copyOf(patterned);
        patterned.clear();
        return taken;
    }

    Dabs dabs() {
        return dabs;
    }

    List<Run> runs() {
        return runs;
    }

    /** Filled shapes that are no rectangles: letters drawn as pictures are. */
    int outlines() {
        return outlines;
    }

    /** Performs an operator that draws no text; others change nothing. */
    Look perform(
            int operator, Lexer lexer, Look look, Affine matrix, COSDictionary resources, int at) {
        switch (operator) {
            case Operator.MOVE_TO -> shapes.move(matrix, lexer.fromEnd(1), lexer.fromEnd(0));
            case Operator.LINE_TO -> shapes.line(matrix, lexer.fromEnd(1), lexer.fromEnd(0));
            case Operator.CURVE_TO -> {
                shapes.curve(matrix, lexer.fromEnd(5), lexer.fromEnd(4));
                shapes.curve(matrix, lexer.fromEnd(3), lexer.fromEnd(2));
                shapes.curve(matrix, lexer.fromEnd(1), lexer.fromEnd(0));
            }
            case Operator.CURVE_FROM_HERE, Operator.CURVE_TO_LAST -> {
                shapes.curve(matrix, lexer.fromEnd(3), lexer.fromEnd(2));
                shapes.curve(matrix, lexer.fromEnd(1), lexer.fromEnd(0));
            }
            case Operator.RECTANGLE ->
                    shapes.rectangle(
                            matrix,
                            lexer.fromEnd(3),
                            lexer.fromEnd(2),
                            lexer.fromEnd(1),
                            lexer.fromEnd(0));
            case Operator.CLIP, Operator.CLIP_EVEN_ODD -> {
                clips = true;
                odd = operator == Operator.CLIP_EVEN_ODD;
            }
            case Operator.FILL, Operator.FILL_OLD, Operator.FILL_EVEN_ODD -> {
                return painted(look, matrix, true, false, at);
            }
            case Operator.STROKE, Operator.CLOSE_STROKE -> {
                return painted(look, matrix, false, true, at);
            }
            case Operator.FILL_STROKE,
                    Operator.FILL_STROKE_EVEN_ODD,
                    Operator.CLOSE_FILL_STROKE,
                    Operator.CLOSE_FILL_STROKE_EVEN_ODD -> {
                return painted(look, matrix, true, true, at);
            }
            case Operator.END_PATH -> {
                return painted(look, matrix, false, false, at);
            }
            case Operator.SHADING -> shade(lexer, look, matrix, resources, at);
            case Operator.FILL_GRAY -> {
                return look.filling(Tint.gray(lexer), COSName.DEVICEGRAY);
            }
            case Operator.FILL_RGB -> {
                return look.filling(Tint.rgb(lexer), COSName.DEVICERGB);
            }
            case Operator.FILL_CMYK -> {
                return look.filling(Tint.cmyk(lexer), COSName.DEVICECMYK);
            }
            case Operator.STROKE_GRAY -> {
                return look.stroking(Tint.gray(lexer), COSName.DEVICEGRAY);
            }
            case Operator.STROKE_RGB -> {
                return look.stroking(Tint.rgb(lexer), COSName.DEVICERGB);
            }
            case Operator.STROKE_CMYK -> {
                return look.stroking(Tint.cmyk(lexer), COSName.DEVICECMYK);
            }
            case Operator.FILL_SPACE -> {
                COSBase space = Tint.space(lexer, resources);
                return look.filling(Tint.first(space), space);
            }
            case Operator.STROKE_SPACE -> {
                COSBase space = Tint.space(lexer, resources);
                return look.stroking(Tint.first(space), space);
            }
            case Operator.FILL_COLOR, Operator.FILL_COLOR_NAMED -> {
                return look.filling(Tint.in(look.fillSpace(), lexer), look.fillSpace());
            }
            case Operator.STROKE_COLOR, Operator.STROKE_COLOR_NAMED -> {
                return look.stroking(Tint.in(look.strokeSpace(), lexer), look.strokeSpace());
            }
            case Operator.LINE_WIDTH -> {
                double width = lexer.fromEnd(0);
                return width == look.lineWidth() ? look : look.lines(width);
            }
            case Operator.BEGIN_MARK, Operator.BEGIN_MARK_OF -> begin(lexer, resources);
            case Operator.END_MARK -> end();
            default -> {
                // Nothing that is seen.
            }
        }
        return look;
    }

    /** Glyphs were drawn. */
    void shown(int from, int to, Look look, int mode, TextFont font) {
        if (to > from) {
            runs.add(new Run(from, to, offFrom > 0 ? look.switchedOff() : look, mode, font));
        }
    }

    /** Shades fill what the clip leaves, as far as they reach. */
    private void shade(Lexer lexer, Look look, Affine matrix, COSDictionary resources, int at) {
        fill(look.clip(), look, Tint.UNKNOWN, false, false, at);
        COSDictionary named = resources.getCOSDictionary(COSName.SHADING);
        int index = lexer.count() - 1;
        if (named != null
                && index >= 0
                && isOpaque(look)
                && named.getDictionaryObject(COSName.getPDFName(lexer.text(index)))
                        instanceof COSDictionary shading) {
            laid(Shades.hidden(shading, matrix, look.clip()), at);
        }
    }

    private boolean isOpaque(Look look) {
        return look.clipExact() && look.mixing().isPlain() && isDense(look) && !isOff(look);
    }

    private static boolean isDense(Look look) {
        return look.alpha() > DENSE;
    }

    private boolean isOff(Look look) {
        return look.off() || offFrom > 0;
    }

    /** An image fills the unit square; masks let what is below shine through. */
    void picture(COSStream image, Look look, Affine matrix, int at) {
        boolean masked =
                image.getBoolean(COSName.IMAGE_MASK, false)
                        || image.containsKey(COSName.MASK)
                        || image.containsKey(COSName.SMASK)
                        || image.getInt(COSName.SMASK_IN_DATA, 0) > 0;
        if (!isOff(image.getDictionaryObject(COSName.OC))) {
            picture(masked, look, matrix, at);
        }
    }

    /** An image that stands in the content itself. */
    void picture(boolean masked, Look look, Affine matrix, int at) {
        if (!isOff(look) && look.alpha() > PALE) {
            dab(Area.of(matrix, 0, 0, 1, 1), look, Tint.UNKNOWN, at);
        }
        boolean whole = matrix.isUpright() && !masked;
        fill(Area.of(matrix, 0, 0, 1, 1), look, Tint.UNKNOWN, whole, true, at);
    }

    /** A colour that is not told, laid over all that was drawn. */
    void laid(Area area, int at) {
        if (!area.isEmpty()) {
            add(new Fill(area, Tint.UNKNOWN, true, false, at));
        }
    }

    /** Of very many areas only those that hide something are kept. */
    private void add(Fill fill) {
        if (fills.size() >= MOST_COVERS) {
            throw new Budget.Spent();
        }
        if (fill.covers() || fills.size() < MOST) {
            fills.add(fill);
        }
    }

    /** Inside a form: cut off at its own box. */
    Look entered(COSStream form, Look look, Affine matrix) {
        Look inside = look;
        if (form.getCOSArray(COSName.BBOX) instanceof COSArray box && box.size() == 4) {
            float[] sides = box.toFloatArray();
            Area area =
                    Area.of(matrix, sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]);
            inside = inside.clipped(area, true);
        }
        return offFrom > 0 || isOff(form.getDictionaryObject(COSName.OC))
                ? inside.switchedOff()
                : inside;
    }

    /** Begins a content of its own, whose paths and marks end with it. */
    Open apart() {
        var open = new Open(shapes, clips, odd, marks, offFrom);
        goOn(new Open(new Shapes(), false, false, 0, 0));
        return open;
    }

    /** Goes on with the content around it. */
    void goOn(Open open) {
        shapes = open.shapes;
        clips = open.clips;
        odd = open.odd;
        marks = open.marks;
        offFrom = open.offFrom;
    }

    private Look painted(Look look, Affine matrix, boolean fills, boolean strokes, int at) {
        List<Part> parts = shapes.taken();
        boolean holed = fills && parts.size() > 1 && Shapes.hasHole(parts);
        for (Part part : parts) {
            if (fills) {
                outlines += part.rectangle() ? 0 : 1;
                fill(part.area(), look, look.fill(), part.whole() && !holed, false, at);
            }
            double half = look.lineWidth() * Math.hypot(matrix.a(), matrix.b()) / 2;
            boolean drawn = (fills || strokes) && !isOff(look);
            boolean filled = fills && look.alpha() > PALE;
            boolean lined = strokes && look.strokeAlpha() > PALE;
            if (drawn && (filled || lined)) {
                Area area = lined ? part.area().grown(half) : part.area();
                dab(area, look, filled ? look.fill() : look.stroke(), at);
            }
            if (kept != null && drawn && (part.rectangle() || part.line())) {
                kept.add(strokes ? part.area().grown(half) : part.area());
            }
            if (strokes && half * 2 >= RULING && part.line()) {
                Look line = look.filling(look.stroke(), null);
                fill(part.area().grown(half), line, look.stroke(), true, false, at);
            }
        }
        if (!clips) {
            return look;
        }
        clips = false;
        Area area = Area.NOTHING;
        for (Part part : parts) {
            area = area.with(part.area());
        }
        boolean exact = parts.size() == 1 && parts.getFirst().rectangle();
        boolean several = parts.size() > 1 && parts.stream().allMatch(Part::rectangle);
        Look left =
                several ? look.cut(new Cut(parts.stream().map(Part::area).toList(), odd)) : look;
        return parts.isEmpty() ? look : left.clipped(area, exact);
    }

    private void dab(Area area, Look look, int color, int at) {
        if (area.width() < LETTER && area.height() < LETTER) {
            Area seen = area.grown(HAIR / 2).within(look.clip());
            if (!seen.isEmpty()) {
                dabs.add(new Dab(seen, color, at));
            }
        }
    }

    private void fill(Area area, Look look, int color, boolean whole, boolean picture, int at) {
        Area seen = area.within(look.clip());
        if (seen.width() < RULING
                || seen.height() < RULING
                || isOff(look)
                || look.alpha() < 1 - DENSE) {
            return;
        }
        if (whole && isOpaque(look) && !picture && Tint.isPattern(look.fillSpace())) {
            patterned.add(seen);
        }
        boolean bleaches =
                !look.mixing().masked()
                        && look.mixing().blend().bleaches()
                        && Tint.isAlike(color, Tint.WHITE);
        boolean covers =
                whole
                        && look.clipExact()
                        && (look.mixing().isPlain() || bleaches)
                        && isDense(look)
                        && (picture || color != Tint.UNKNOWN);
        boolean dense = isDense(look) && look.mixing().isPlain();
        add(new Fill(seen, dense ? color : Tint.UNKNOWN, covers, picture, at));
    }

    private void begin(Lexer lexer, COSDictionary resources) {
        marks++;
        if (offFrom > 0
                || layersOff.isEmpty()
                || lexer.count() < 2
                || lexer.kind(lexer.count() - 1) != Lexer.Kind.NAME
                || !lexer.text(lexer.count() - 2).equals("OC")) {
            return;
        }
        COSDictionary named = resources.getCOSDictionary(COSName.PROPERTIES);
        COSName name = COSName.getPDFName(lexer.text(lexer.count() - 1));
        if (named != null && isOff(named.getDictionaryObject(name))) {
            offFrom = marks;
        }
    }

    private void end() {
        if (marks == offFrom) {
            offFrom = 0;
        }
        marks = Math.max(0, marks - 1);
    }

    /** A layer that is off, or a group of layers that all are. */
    private boolean isOff(@Nullable COSBase layer) {
        if (layersOff.isEmpty() || !(layer instanceof COSDictionary dictionary)) {
            return false;
        }
        if (layersOff.contains(dictionary)) {
            return true;
        }
        COSBase members = dictionary.getDictionaryObject(COSName.OCGS);
        List<COSDictionary> all =
                members instanceof COSDictionary one
                        ? List.of(one)
                        : dictionaries(members instanceof COSArray many ? many : null);
        return !all.isEmpty() && layersOff.containsAll(all);
    }
}
