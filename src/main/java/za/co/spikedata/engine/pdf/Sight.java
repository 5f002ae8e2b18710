package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.pdf.Paint.Fill;
import za.co.spikedata.engine.pdf.Paint.Run;

/**
 * Tells which glyphs of a page a person sees. White on white, painted over, cut off, off the page,
 * undrawn or tiny text is there for machines alone and is hidden in the ink, unless the page is a
 * picture that a machine has read before.
 */
final class Sight {
    /** Glyphs smaller than this nobody can read, in points. */
    static final double SMALLEST = 1;

    private static final double FAINTEST = 0.06;

    /**
     * A glyph is covered when this share of it is, and cut off when less than the other is left.
     */
    private static final double COVERED = 0.6;

    private static final double LEFT_OVER = 0.3;

    /** Pictures this large are the paper itself, as a share of the page. */
    private static final double PAPER = 0.5;

    /** A page whose letters are hidden to this share was read by a machine. */
    private static final double LAYER = 0.7;

    /** Comparisons of glyphs with areas that one page may cost; a dense one takes a hundredth. */
    private static final int MOST_TESTS = 20_000_000;

    private static final int UNDRAWN = 3;
    private static final int CLIPPING = 7;

    /** Why a glyph is not seen. */
    enum Why {
        /** Not drawn, or in the colour of its ground. */
        INVISIBLE,
        /** Cut off, off the page, or too small. */
        OUTSIDE,
        UNDER_PICTURE,
        UNDER_PAINT,
        /**
         * Drawn through a mask, with a pattern or in a blend that viewers show differently, which
         * banks' figures never are; it may be seen.
         */
        UNTOLD
    }

    private final Ink ink;
    private final Paint paint;
    private final Area page;

    /** Of each glyph why it is not seen; none while all are, as on most pages. */
    private @Nullable Why[] whys = {};

    private final Painted painted;
    private final Map<Integer, Boolean> grounds = new HashMap<>();

    /** The last run's look, which the next most often has too, and what it leaves of the page. */
    private Look last = Look.FIRST;

    private Area window;
    private int asked = Integer.MIN_VALUE;
    private boolean ground;
    private int tests;

    private Sight(Ink ink, Paint paint, Area page) {
        this.ink = ink;
        this.paint = paint;
        this.painted = new Painted(paint.fills());
        this.page = page;
        this.window = last.clip().within(page);
    }

    /**
     * What was found.
     *
     * @param layer the text is what a machine read off the picture people see
     */
    record Found(boolean layer, List<Unseen> figures) {}

    /** Hides what nobody sees. */
    static Found judge(Ink ink, Paint paint, Area page) {
        var sight = new Sight(ink, paint, page);
        boolean any = false;
        for (Run run : paint.runs()) {
            any |= sight.judge(run);
        }
        if (!any) {
            return new Found(false, List.of());
        }
        boolean layer = sight.isLayer();
        for (int i = 0; i < ink.count(); i++) {
            boolean read =
                    layer && (sight.whys[i] == Why.INVISIBLE || sight.whys[i] == Why.UNDER_PICTURE);
            if (sight.whys[i] != null && sight.whys[i] != Why.UNTOLD && !read) {
                ink.hide(i);
            }
        }
        return new Found(layer, layer ? List.of() : Unseen.of(ink, sight.whys));
    }

    private boolean isLayer() {
        int letters = 0;
        int hidden = 0;
        for (int i = 0; i < whys.length; i++) {
            if (!ink.isBlank(i)) {
                letters++;
                hidden += whys[i] == Why.INVISIBLE || whys[i] == Why.UNDER_PICTURE ? 1 : 0;
            }
        }
        boolean drawn = paint.outlines() * 2 >= hidden;
        double pictures = 0;
        for (Fill fill : paint.fills()) {
            pictures += fill.picture() ? fill.area().within(page).size() : 0;
        }
        return hidden > LAYER * letters && (drawn || pictures > PAPER * page.size());
    }

    /** Whether some glyph of the run is not seen. */
    private boolean judge(Run run) {
        Look look = run.look();
        boolean lines = run.mode() % 4 == 1;
        double alpha = lines ? look.strokeAlpha() : look.alpha();
        if (look.off() || run.mode() == UNDRAWN || alpha < FAINTEST) {
            return all(run, Why.INVISIBLE);
        }
        Area whole = area(run.from()).with(area(run.to() - 1));
        if (run.mode() == CLIPPING && !isPaintedThrough(run, whole)) {
            return all(run, Why.INVISIBLE);
        }
        if (look != last) {
            last = look;
            window = look.clip().within(page);
        }
        int color = lines ? look.stroke() : look.fill();
        List<Fill> over = over(run, whole);
        boolean untold = isUntold(run, look);
        Blend blend = look.mixing().blend();
        boolean blended = run.mode() != CLIPPING && blend != Blend.NORMAL;
        boolean cut = !look.cuts().isEmpty() || whole.within(window).size() < whole.size() * 0.99;
        boolean pale = run.mode() != CLIPPING && !blended && isPossiblyGround(color);
        boolean plain = !cut && !pale && !untold && !blended;
        if (plain && over.isEmpty() && ink.size(run.from()) >= SMALLEST) {
            return false;
        }
        boolean any = false;
        begin();
        for (int i = run.from(); i < run.to(); i++) {
            whys[i] =
                    isCutOff(i, look)
                            ? Why.OUTSIDE
                            : why(i, window, over, pale ? color : Tint.UNKNOWN);
            if (whys[i] == null && blended) {
                whys[i] = blended(i, blend, color);
            }
            if (whys[i] == null && untold) {
                whys[i] = Why.UNTOLD;
            }
            any |= whys[i] != null;
        }
        return any;
    }

    /** No colour tells whether the run is seen. */
    private static boolean isUntold(Run run, Look look) {
        int paints = run.mode() % 4;
        boolean fills = paints == 0 || paints == 2;
        boolean lines = paints == 1 || paints == 2;
        return look.mixing().masked()
                || fills && Tint.isPattern(look.fillSpace())
                || lines && Tint.isPattern(look.strokeSpace());
    }

    /** A blend may leave the ground as it was. */
    private @Nullable Why blended(int index, Blend blend, int color) {
        int ground = ground(index, area(index));
        int mixed = blend.mixed(ground, color);
        if (mixed != Tint.UNKNOWN) {
            return Tint.isAlike(mixed, ground) ? Why.INVISIBLE : null;
        }
        return ground == Tint.UNKNOWN || blend.darkens() ? null : Why.UNTOLD;
    }

    private @Nullable Why why(int index, Area window, List<Fill> over, int color) {
        Area area = area(index);
        if (area.shareIn(window) < LEFT_OVER || ink.size(index) < SMALLEST) {
            return Why.OUTSIDE;
        }
        for (Fill fill : over) {
            if (area.shareIn(fill.area()) > COVERED) {
                return fill.picture() ? Why.UNDER_PICTURE : Why.UNDER_PAINT;
            }
        }
        return color != Tint.UNKNOWN && Tint.isAlike(color, ground(index, area))
                ? Why.INVISIBLE
                : null;
    }

    private boolean isCutOff(int index, Look look) {
        for (Cut cut : look.cuts()) {
            tested();
            if (!cut.leaves(area(index))) {
                return true;
            }
        }
        return false;
    }

    private void begin() {
        whys = whys.length == 0 ? new Why[ink.count()] : whys;
    }

    private boolean all(Run run, Why why) {
        begin();
        for (int i = run.from(); i < run.to(); i++) {
            whys[i] = why;
        }
        return true;
    }

    /** What covers, among what is painted after the run. */
    private List<Fill> over(Run run, Area whole) {
        List<Fill> found = List.of();
        if (paint.fills().isEmpty()) {
            return found;
        }
        for (Fill fill : painted.near(whole)) {
            tested();
            if (fill.from() < run.to()) {
                break;
            }
            if (fill.covers() && fill.area().touches(whole)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(fill);
            }
        }
        return found;
    }

    private boolean isPaintedThrough(Run run, Area whole) {
        for (Fill fill : painted.near(whole)) {
            tested();
            if (fill.from() < run.to()) {
                return false;
            }
            if (fill.area().touches(whole)) {
                return true;
            }
        }
        return false;
    }

    /** The paper, or something painted on the page, has the colour. */
    private boolean isPossiblyGround(int color) {
        if (color != asked) {
            asked = color;
            ground = grounds.computeIfAbsent(color, this::isGround);
        }
        return ground;
    }

    private boolean isGround(int color) {
        if (Tint.isAlike(color, Tint.WHITE)) {
            return true;
        }
        for (Fill fill : paint.fills()) {
            tested();
            if (Tint.isAlike(fill.color(), color)) {
                return true;
            }
        }
        return false;
    }

    /** The colour that most of the glyph stands on. */
    private int ground(int index, Area area) {
        for (Fill fill : painted.near(area)) {
            tested();
            if (fill.from() <= index && area.shareIn(fill.area()) > COVERED) {
                return fill.color();
            }
        }
        return Tint.WHITE;
    }

    private void tested() {
        if (++tests > MOST_TESTS) {
            throw new Budget.Spent();
        }
    }

    private Area area(int index) {
        return Unseen.area(ink, index);
    }
}
