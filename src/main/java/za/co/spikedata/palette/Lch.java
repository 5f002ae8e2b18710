package za.co.spikedata.palette;

import java.util.Optional;

/**
 * A colour of OKLCH (Ottosson, 2020): equal steps look equal.
 *
 * @param lightness from 0, black, to 1, white
 * @param chroma from 0, grey, to about 0.32
 * @param hue in degrees
 */
record Lch(double lightness, double chroma, double hue) {
    private static final double LESS_CHROMA = 0.92;

    static Lch of(Colour colour) {
        double r = Colour.linear(colour.red());
        double g = Colour.linear(colour.green());
        double b = Colour.linear(colour.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Lch(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                Math.hypot(x, y),
                Math.toDegrees(Math.atan2(y, x)));
    }

    Lch withLightness(double other) {
        return new Lch(Math.clamp(other, 0, 1), chroma, hue);
    }

    Lch withHue(double other) {
        return new Lch(lightness, chroma, other);
    }

    /** As colourful as asked, or as a screen can show it at this lightness. */
    Colour colour() {
        for (double least = 0.001, some = chroma; some > least; some *= LESS_CHROMA) {
            var shown = shown(some);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return shown(0).orElse(new Colour(255, 255, 255));
    }

    private Optional<Colour> shown(double some) {
        double x = some * Math.cos(Math.toRadians(hue));
        double y = some * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * x + 0.2158037573 * y);
        double m = cube(lightness - 0.1055613458 * x - 0.0638541728 * y);
        double s = cube(lightness - 0.0894841775 * x - 1.2914855480 * y);
        long r = Colour.written(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        long g = Colour.written(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        long b = Colour.written(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return Math.min(r, Math.min(g, b)) >= 0 && Math.max(r, Math.max(g, b)) <= 255
                ? Optional.of(new Colour((int) r, (int) g, (int) b))
                : Optional.empty();
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
