package za.co.spikedata.palette;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of sRGB (IEC 61966-2-1).
 *
 * @param red 0 to 255, as are the others
 */
public record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MOST = 255;

    public Colour {
        if (red < 0 || red > MOST || green < 0 || green > MOST || blue < 0 || blue > MOST) {
            throw new IllegalArgumentException("Expected parts from 0 to 255");
        }
    }

    /** A colour such as {@code #0b5cad}; empty for anything else. */
    public static Optional<Colour> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new Colour(bits >> 16, bits >> 8 & MOST, bits & MOST));
    }

    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /** Contrast ratio of WCAG 2.2, from 1 to 21, the same both ways. */
    public double contrast(Colour other) {
        double one = luminance() + 0.05;
        double another = other.luminance() + 0.05;
        return Math.max(one, another) / Math.min(one, another);
    }

    /** Relative luminance of WCAG 2.2, from 0 to 1. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** Intensity of light, from 0 to 1, of a part as it is written. */
    static double linear(int part) {
        double written = part / (double) MOST;
        return written <= 0.04045 ? written / 12.92 : Math.pow((written + 0.055) / 1.055, 2.4);
    }

    /** The other way; below 0 and above 1 stay outside 0 to 255. */
    static long written(double linear) {
        double written =
                linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return Math.round(written * MOST);
    }
}
