package za.co.spikedata.engine.pdf;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Draws the glyphs of one string, each where the last one's advance ends. */
final class Pen implements TextFont.Glyphs {
    /** Coordinates and sizes beyond this, in points, are no page's. */
    private static final double FARTHEST = 1e5;

    /** Letters of no height at all are still there, in points. */
    private static final double LEAST = 0.01;

    /** Directions further than this from a right angle are slanted: stamps and watermarks. */
    private static final double SLANT_DEGREES = 5;

    private static final int RIGHT_ANGLE = 90;
    private static final int FULL_TURN = 360;

    private final Ink drawn;
    private double a;
    private double b;
    private double c;
    private double d;
    private double e;
    private double f;
    private double scale;
    private double across;
    private double rise;
    private double gap;
    private double blankGap;
    private double moved;
    private @Nullable Script script;
    private int most;
    private int shown;
    private int unmapped;

    Pen(Ink drawn) {
        this.drawn = drawn;
    }

    /** Puts it on a page: what takes text space there, as an {@link Affine} has it. */
    void put(double a, double b, double c, double d, double e, double f) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        this.e = e;
        this.f = f;
        this.moved = 0;
    }

    /**
     * Takes letters of a size, in text space.
     *
     * @param width of a letter as a share of its own
     * @return whether there is any page for them
     */
    boolean takes(double fontSize, double width) {
        scale = b == 0 ? Math.abs(a) : Math.hypot(a, b);
        double wide = fontSize * width;
        double tall = c == 0 ? Math.abs(d) : Math.hypot(c, d);
        double size = seenAs(scale * Math.abs(wide), tall * Math.abs(fontSize));
        across = wide / 1_000;
        if (!(size > 0) || !(size < FARTHEST)) {
            return false;
        }
        drawn.stands(size, b == 0 && a * wide > 0 ? 0 : degrees(wide));
        return true;
    }

    /**
     * How its letters stand, in text space.
     *
     * @param over the line
     * @param apart from one another, and behind a blank
     */
    void spaces(double over, double apart, double behindBlank) {
        rise = over;
        gap = apart;
        blankGap = behindBlank;
    }

    /**
     * Begins a string.
     *
     * @param glyphs it may have at most
     * @param kept keeps what it draws, if anything does
     */
    void draws(int glyphs, @Nullable Script kept) {
        most = glyphs;
        shown = 0;
        script = kept;
    }

    /** How far the string went, in text space. */
    double moved() {
        return moved;
    }

    /** Glyphs of the string. */
    int shown() {
        return shown;
    }

    /** Glyphs whose character the file does not tell. */
    int unmapped() {
        return unmapped;
    }

    @Override
    public void glyph(String glyph, double width, boolean blank) {
        if (++shown > most) {
            throw new Budget.Spent();
        }
        double x = a * moved + c * rise + e;
        double y = b * moved + d * rise + f;
        double advance = width * across;
        int place = drawn.count();
        if (glyph.isEmpty() || glyph.charAt(0) == '\uFFFD') {
            unmapped++;
        } else if (Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST) {
            drawn.add(plain(glyph), x, y, Math.abs(advance) * scale);
        }
        if (script != null) {
            script.shown(place < drawn.count() ? place : Script.NO_INK, width, blank);
        }
        moved += advance + (blank ? blankGap : gap);
    }

    /** Letters pressed flat are as small as they are low. */
    private static double seenAs(double wide, double tall) {
        return tall < Sight.SMALLEST ? Math.min(wide, Math.max(tall, LEAST)) : wide;
    }

    private int degrees(double wide) {
        double turned = Math.toDegrees(Math.atan2(b * wide, a * wide));
        long quarter = Math.round(turned / RIGHT_ANGLE);
        boolean slanted = Math.abs(turned - quarter * RIGHT_ANGLE) > SLANT_DEGREES;
        return slanted ? Ink.SLANTED : (int) (quarter * RIGHT_ANGLE + FULL_TURN) % FULL_TURN;
    }

    /** Ligatures and full-width forms as plain characters; everything else as drawn. */
    private static String plain(String text) {
        char first = text.charAt(0);
        if (first < 0xFB00) {
            return text;
        }
        boolean compatible =
                first >= 0xFB00 && first <= 0xFB06 || first >= 0xFF01 && first <= 0xFF5E;
        return compatible ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }
}
