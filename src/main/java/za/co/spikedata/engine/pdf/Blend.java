package za.co.spikedata.engine.pdf;

import java.util.function.IntBinaryOperator;

/** What colour comes of one that is drawn on another (ISO 32000-2, 11.3.5). */
enum Blend {
    NORMAL((_, source) -> source),
    MULTIPLY(Blend::product),
    SCREEN(Blend::screen),
    DARKEN(Math::min),
    LIGHTEN(Math::max),
    OVERLAY((ground, source) -> hard(source, ground)),
    HARD_LIGHT(Blend::hard),
    DIFFERENCE((ground, source) -> Math.abs(ground - source)),
    EXCLUSION((ground, source) -> ground + source - 2 * product(ground, source)),
    SOFT_LIGHT(Blend::soft),
    COLOR_DODGE(Blend::dodge),
    COLOR_BURN(Blend::burn),
    /** Keeps how light the ground is, so that greys leave it as it is. */
    TINTING((ground, source) -> ground),
    /** What comes of it is left to the viewer. */
    OTHER((_, _) -> Tint.UNKNOWN);

    private static final int FULL = 255;

    private final IntBinaryOperator channel;

    Blend(IntBinaryOperator channel) {
        this.channel = channel;
    }

    static Blend of(String name) {
        return switch (name) {
            case "Normal", "Compatible" -> NORMAL;
            case "Multiply" -> MULTIPLY;
            case "Screen" -> SCREEN;
            case "Darken" -> DARKEN;
            case "Lighten" -> LIGHTEN;
            case "Overlay" -> OVERLAY;
            case "HardLight" -> HARD_LIGHT;
            case "Difference" -> DIFFERENCE;
            case "Exclusion" -> EXCLUSION;
            case "SoftLight" -> SOFT_LIGHT;
            case "ColorDodge" -> COLOR_DODGE;
            case "ColorBurn" -> COLOR_BURN;
            case "Hue", "Saturation", "Color" -> TINTING;
            default -> OTHER;
        };
    }

    /** White covers what is below it, whatever that is. */
    boolean bleaches() {
        return this == SCREEN || this == LIGHTEN;
    }

    /** What is dark stays dark on every ground. */
    boolean darkens() {
        return this == MULTIPLY || this == DARKEN;
    }

    /** As 0xRRGGBB, or {@link Tint#UNKNOWN} where a colour is, or where viewers differ. */
    int mixed(int ground, int source) {
        boolean colours = this == TINTING && !isGrey(source) && ground != Tint.WHITE;
        if (ground == Tint.UNKNOWN || source == Tint.UNKNOWN || colours) {
            return Tint.UNKNOWN;
        }
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int each = channel.applyAsInt(ground >> shift & FULL, source >> shift & FULL);
            if (each == Tint.UNKNOWN) {
                return Tint.UNKNOWN;
            }
            color |= each << shift;
        }
        return color;
    }

    private static boolean isGrey(int color) {
        int grey = color & FULL;
        return Tint.isAlike(color, grey << 16 | grey << 8 | grey);
    }

    private static int product(int one, int two) {
        return Math.round(one * two / (float) FULL);
    }

    private static int screen(int one, int two) {
        return one + two - product(one, two);
    }

    private static int hard(int ground, int source) {
        return source * 2 <= FULL ? product(ground, source * 2) : screen(ground, source * 2 - FULL);
    }

    private static int soft(int ground, int source) {
        double from = ground / (double) FULL;
        double by = source / (double) FULL * 2 - 1;
        double root = from <= 0.25 ? ((16 * from - 12) * from + 4) * from : Math.sqrt(from);
        double to = by <= 0 ? from + by * from * (1 - from) : from + by * (root - from);
        return (int) Math.round(Math.clamp(to, 0, 1) * FULL);
    }

    /** Viewers differ in what full white makes of black. */
    private static int dodge(int ground, int source) {
        if (source == FULL) {
            return ground == 0 ? Tint.UNKNOWN : FULL;
        }
        return Math.min(FULL, ground * FULL / (FULL - source));
    }

    /** Viewers differ in what full black makes of white. */
    private static int burn(int ground, int source) {
        if (source == 0) {
            return ground == FULL ? Tint.UNKNOWN : 0;
        }
        return FULL - Math.min(FULL, (FULL - ground) * FULL / source);
    }
}
