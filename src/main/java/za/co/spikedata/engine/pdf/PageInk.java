package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows a page's content and collects the glyphs it draws, forms included. What is painted beside
 * them is kept as far as it may hide them.
 */
final class PageInk {
    private static final int DEEPEST_FORM = 12;
    private static final int DEEPEST_STATE = 512;
    private static final int FILL_AND_STROKE = 3;

    /** Tiles over one area that are drawn; where there are more, one is looked at alone. */
    private static final int MOST_TILES = 200;

    private final Fonts fonts;
    private final Budget budget;
    private final Ink drawn;
    private final Paint paint;
    private final Pen pen;
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State();
    private TextPlace text = new TextPlace();
    private @Nullable COSDictionary chosenFrom;
    private byte[] chosen = {};
    private @Nullable TextFont chosenFont;
    private @Nullable Script script;
    private final Set<COSDictionary> layersOff;
    private boolean pictures;
    private boolean silent;
    private boolean tiling;
    private Affine space = Affine.IDENTITY;
    private final Map<COSStream, Boolean> dense;
    private boolean clips;
    private Area letters = Area.NOTHING;
    private boolean stencil;
    private int shown;

    /** States that were saved outside of the form or tile that is drawn now. */
    private int floor;

    /** What {@code q} keeps and {@code Q} brings back. */
    private static final class State implements Cloneable {
        private Affine matrix = Affine.IDENTITY;
        private @Nullable TextFont font;
        private double size = 1;
        private double spacing;
        private double wordSpacing;
        private double stretch = 1;
        private double leading;
        private double rise;
        private int mode;
        private Look look = Look.FIRST;
        private @Nullable COSDictionary pattern;

        State copy() {
            try {
                return (State) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /**
     * @param drawn takes the glyphs
     * @param layersOff what {@link Paint#layersOff} answers for the document
     * @param dense tiles of the document that were looked at, and whether they hide what is below;
     *     takes those of the page
     */
    PageInk(
            Fonts fonts,
            Budget budget,
            Ink drawn,
            Set<COSDictionary> layersOff,
            Map<COSStream, Boolean> dense) {
        this.fonts = fonts;
        this.budget = budget;
        this.drawn = drawn;
        this.layersOff = layersOff;
        this.dense = dense;
        this.paint = new Paint(drawn, layersOff);
        this.pen = new Pen(drawn);
    }

    /** Draws a page; a content that breaks off gives what came before. */
    void draw(COSDictionary page) {
        budget.page();
        var resources =
                PageContent.inherited(page, COSName.RESOURCES) instanceof COSDictionary found
                        ? found
                        : new COSDictionary();
        try (InputStream in = PageContent.of(page, budget)) {
            run(new Lexer(in), resources, 0);
        } catch (IOException broken) {
            // What was drawn before stands.
        }
        if (script == null) {
            Annotations.of(page, layersOff).forEach(each -> lay(each, resources));
        }
    }

    /** Over the page; what is written in it is not the page's own. */
    private void lay(Annotations.Shown over, COSDictionary resources) {
        state = new State();
        state.matrix = over.placed();
        saved.clear();
        silent = true;
        try {
            if (over.appearance().isPresent()) {
                form(over.appearance().get(), resources, 0);
            } else {
                paint.laid(over.area(), drawn.count());
            }
        } catch (IOException broken) {
            // What was painted before stands.
        }
        silent = false;
    }

    /** Keeps what the page does from now on. */
    void keep(Script kept) {
        script = kept;
        paint.keep(kept.areas());
    }

    /** What is painted beside the glyphs. */
    Paint paint() {
        return paint;
    }

    /** The page shows a picture. */
    boolean pictures() {
        return pictures;
    }

    int shown() {
        return shown;
    }

    /** Glyphs whose character the file does not tell. */
    int unmapped() {
        return pen.unmapped();
    }

    private void run(Lexer lexer, COSDictionary resources, int depth) throws IOException {
        int operator = lexer.operator();
        while (operator != Lexer.END) {
            budget.operator();
            perform(operator, lexer, resources, depth);
            if (script != null) {
                script.performed(operator, lexer);
            }
            operator = lexer.operator();
        }
    }

    private void perform(int operator, Lexer lexer, COSDictionary resources, int depth)
            throws IOException {
        switch (operator) {
            case Operator.SHOW -> showLast(lexer);
            case Operator.SHOW_SPACED -> showAll(lexer);
            case Operator.NEXT_LINE_SHOW -> {
                text.next(0, -state.leading);
                showLast(lexer);
            }
            case Operator.NEXT_LINE_SHOW_SPACED -> {
                state.wordSpacing = lexer.fromEnd(2);
                state.spacing = lexer.fromEnd(1);
                text.next(0, -state.leading);
                showLast(lexer);
            }
            case Operator.MOVE -> text.next(lexer.fromEnd(1), lexer.fromEnd(0));
            case Operator.MOVE_SET_LEADING -> {
                state.leading = -lexer.fromEnd(0);
                text.next(lexer.fromEnd(1), lexer.fromEnd(0));
            }
            case Operator.TEXT_MATRIX ->
                    text.start(
                            lexer.fromEnd(5),
                            lexer.fromEnd(4),
                            lexer.fromEnd(3),
                            lexer.fromEnd(2),
                            lexer.fromEnd(1),
                            lexer.fromEnd(0));
            case Operator.NEXT_LINE -> text.next(0, -state.leading);
            case Operator.END_TEXT -> clipByLetters();
            case Operator.BEGIN_TEXT -> text.start(1, 0, 0, 1, 0, 0);
            case Operator.FONT -> font(lexer, resources);
            case Operator.SPACING -> state.spacing = lexer.fromEnd(0);
            case Operator.WORD_SPACING -> state.wordSpacing = lexer.fromEnd(0);
            case Operator.STRETCH -> state.stretch = lexer.fromEnd(0) / 100;
            case Operator.LEADING -> state.leading = lexer.fromEnd(0);
            case Operator.RISE -> state.rise = lexer.fromEnd(0);
            case Operator.RENDERING -> state.mode = (int) lexer.fromEnd(0);
            case Operator.CONCATENATE -> state.matrix = matrix(lexer).times(state.matrix);
            case Operator.SAVE -> {
                if (saved.size() < DEEPEST_STATE) {
                    saved.push(state.copy());
                }
            }
            case Operator.RESTORE -> {
                if (saved.size() > floor) {
                    state = saved.pop();
                }
            }
            case Operator.GRAPHICS_STATE -> graphics(lexer, resources);
            case Operator.EXTERNAL -> external(lexer, resources, depth);
            case Operator.IMAGE_START -> stencil = false;
            case Operator.TRUE -> stencil |= isNamed(lexer, "IM") || isNamed(lexer, "ImageMask");
            case Operator.IMAGE_DATA -> {
                pictures = true;
                paint.picture(stencil, state.look, state.matrix, drawn.count());
                lexer.skipImage();
            }
            default -> {
                if (operator == Operator.FILL_COLOR_NAMED) {
                    state.pattern = named(lexer, resources, COSName.PATTERN);
                }
                state.look =
                        paint.perform(
                                operator,
                                lexer,
                                state.look,
                                state.matrix,
                                resources,
                                drawn.count());
                for (Area area : paint.patterned()) {
                    patterned(area, resources);
                }
            }
        }
    }

    /** Where the letters of a text are a clip, only what is among them is drawn from now on. */
    private void clipByLetters() {
        if (clips) {
            state.look = state.look.clipped(letters, false);
            letters = Area.NOTHING;
            clips = false;
        }
    }

    private void font(Lexer lexer, COSDictionary resources) {
        state.size = lexer.fromEnd(0);
        int index = lexer.count() - 2;
        if (index >= 0 && lexer.kind(index) == Lexer.Kind.NAME) {
            if (resources != chosenFrom || !lexer.is(index, chosen)) {
                COSDictionary named = resources.getCOSDictionary(COSName.FONT);
                COSDictionary font =
                        named == null
                                ? null
                                : named.getCOSDictionary(COSName.getPDFName(lexer.text(index)));
                chosenFont = font == null ? null : fonts.of(font);
                chosenFrom = resources;
                chosen = Arrays.copyOfRange(lexer.bytes(), lexer.start(index), lexer.end(index));
            }
            state.font = chosenFont;
        }
    }

    private void graphics(Lexer lexer, COSDictionary resources) {
        COSDictionary found = named(lexer, resources, COSName.EXT_G_STATE);
        if (found == null) {
            return;
        }
        state.look = state.look.under(found);
        COSArray font = found.getCOSArray(COSName.FONT);
        if (font != null
                && font.size() == 2
                && font.getObject(0) instanceof COSDictionary dictionary
                && font.getObject(1) instanceof COSNumber size) {
            state.font = fonts.of(dictionary);
            state.size = size.floatValue();
        }
    }

    private void external(Lexer lexer, COSDictionary resources, int depth) throws IOException {
        if (!(named(lexer, resources, COSName.XOBJECT) instanceof COSStream stream)) {
            return;
        }
        String kind = stream.getNameAsString(COSName.SUBTYPE);
        if ("Image".equals(kind)) {
            pictures = true;
            paint.picture(stream, state.look, state.matrix, drawn.count());
        } else if ("Form".equals(kind) && depth < DEEPEST_FORM) {
            form(stream, resources, depth);
        }
    }

    private void form(COSStream stream, COSDictionary resources, int depth) throws IOException {
        State inside = state.copy();
        inside.matrix = Affine.of(stream.getCOSArray(COSName.MATRIX)).times(state.matrix);
        Affine spaceBefore = space;
        space = inside.matrix;
        Script around = script;
        script = around == null ? null : around.within(stream);
        apart(stream, inside, state.look, new TextPlace(text), resources, depth + 1);
        script = around;
        space = spaceBefore;
    }

    /** Draws a content of its own; whatever it leaves open, the one around it goes on as before. */
    private void apart(
            COSStream content,
            State inside,
            Look look,
            TextPlace place,
            COSDictionary around,
            int depth)
            throws IOException {
        budget.form();
        inside.look = paint.entered(content, look, inside.matrix);
        State stateBefore = state;
        TextPlace textBefore = text;
        Area lettersBefore = letters;
        boolean clipsBefore = clips;
        int floorBefore = floor;
        Paint.Open open = paint.apart();
        state = inside;
        text = place;
        letters = Area.NOTHING;
        clips = false;
        floor = saved.size();
        COSDictionary own = content.getCOSDictionary(COSName.RESOURCES);
        try (InputStream in = Decoded.of(content, budget)) {
            run(new Lexer(in), own == null ? around : own, depth);
        } finally {
            while (saved.size() > floor) {
                saved.pop();
            }
            floor = floorBefore;
            clips = clipsBefore;
            letters = lettersBefore;
            text = textBefore;
            state = stateBefore;
            paint.goOn(open);
        }
    }

    /** What a pattern hides of what it is laid over; patterns in its own tiles hide nothing. */
    private void patterned(Area area, COSDictionary resources) {
        COSDictionary pattern = state.pattern;
        if (pattern == null || tiling || !isOnGlyphs(area)) {
            return;
        }
        Optional<Tiling> tiles = Tiling.of(pattern, space);
        if (tiles.isEmpty()) {
            paint.laid(Shades.hiddenBy(pattern, space, area), drawn.count());
        } else if (tiled(tiles.get(), area, resources)) {
            paint.laid(area, drawn.count());
        }
    }

    private boolean isOnGlyphs(Area area) {
        budget.compared(drawn.count());
        return drawn.isIn(area);
    }

    /** Draws the tiles over an area; where they are too small for that, whether they hide it. */
    private boolean tiled(Tiling tiles, Area area, COSDictionary resources) {
        Optional<List<Affine>> places = tiles.over(area, MOST_TILES);
        if (places.isEmpty()) {
            return isDense(tiles, resources);
        }
        for (Affine place : places.get()) {
            tile(tiles.tile(), place, Look.FIRST.clipped(area, true), resources);
        }
        return false;
    }

    private boolean isDense(Tiling tiles, COSDictionary resources) {
        Boolean known = dense.get(tiles.tile());
        if (known == null) {
            var alone = new PageInk(fonts, budget, new Ink(), layersOff, dense);
            alone.tile(tiles.tile(), tiles.enlarged(), Look.FIRST, resources);
            known = Tiling.isDense(alone.paint.fills());
            dense.put(tiles.tile(), known);
        }
        return known;
    }

    /** Its letters are not the page's own. */
    private void tile(COSStream tile, Affine place, Look look, COSDictionary around) {
        Script kept = script;
        boolean silentBefore = silent;
        script = null;
        silent = true;
        tiling = true;
        var inside = new State();
        inside.matrix = place;
        try {
            apart(tile, inside, look, new TextPlace(), around, DEEPEST_FORM - 1);
        } catch (IOException broken) {
            // What was painted before stands.
        }
        tiling = false;
        silent = silentBefore;
        script = kept;
    }

    private static boolean isNamed(Lexer lexer, String name) {
        int index = lexer.count() - 1;
        return index >= 0 && lexer.kind(index) == Lexer.Kind.NAME && lexer.text(index).equals(name);
    }

    private static @Nullable COSDictionary named(
            Lexer lexer, COSDictionary resources, COSName category) {
        int index = lexer.count() - 1;
        COSDictionary all = resources.getCOSDictionary(category);
        if (all == null || index < 0 || lexer.kind(index) != Lexer.Kind.NAME) {
            return null;
        }
        return all.getDictionaryObject(COSName.getPDFName(lexer.text(index)))
                        instanceof COSDictionary found
                ? found
                : null;
    }

    /** The six numbers before an operator. */
    static Affine matrix(Lexer lexer) {
        return new Affine(
                lexer.fromEnd(5),
                lexer.fromEnd(4),
                lexer.fromEnd(3),
                lexer.fromEnd(2),
                lexer.fromEnd(1),
                lexer.fromEnd(0));
    }

    private void showLast(Lexer lexer) {
        int index = lexer.count() - 1;
        if (index >= 0 && lexer.kind(index) == Lexer.Kind.STRING) {
            show(lexer, index);
        }
    }

    private void showAll(Lexer lexer) {
        for (int i = 0; i < lexer.count(); i++) {
            switch (lexer.kind(i)) {
                case STRING -> show(lexer, i);
                case NUMBER -> {
                    text.advance(-lexer.number(i) / 1_000 * state.size * state.stretch);
                    if (script != null) {
                        script.shifted(lexer.number(i));
                    }
                }
                case NAME, OPEN, CLOSE -> {
                    // No text.
                }
            }
        }
    }

    private void show(Lexer lexer, int index) {
        TextFont font = state.font;
        if (font == null || silent) {
            return;
        }
        text.put(pen, state.matrix);
        if (!pen.takes(state.size, state.stretch)) {
            return;
        }
        int before = drawn.count();
        if (script != null) {
            script.shows(font, state.size, state.spacing, state.wordSpacing);
        }
        pen.draws(budget.glyphsLeft(), script);
        pen.spaces(
                state.rise,
                state.spacing * state.stretch,
                (state.spacing + state.wordSpacing) * state.stretch);
        font.show(lexer.bytes(), lexer.start(index), lexer.end(index), pen);
        budget.glyphs(pen.shown());
        shown += pen.shown();
        text.advance(pen.moved());
        paint.shown(before, drawn.count(), state.look, state.mode, font);
        if (state.mode > FILL_AND_STROKE) {
            for (int i = before; i < drawn.count(); i++) {
                letters = letters.with(Unseen.area(drawn, i));
            }
            clips = true;
        }
    }
}
