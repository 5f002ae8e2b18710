package za.co.spikedata.logo;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** Colours as drawings write them (CSS Color 4, what is of sRGB). */
final class SvgColours {
    private static final String HEX = "#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})";
    private static final String FUNCTION = "(?:rgb|hsl)a?\\([-+\\d\\s.,%/degratun]{1,60}\\)";
    private static final Pattern WRITTEN =
            Pattern.compile(HEX + "|" + FUNCTION, Pattern.CASE_INSENSITIVE);
    private static final Pattern PART =
            Pattern.compile("([-+]?(?:\\d++\\.?+\\d*+|\\.\\d++))(%|grad|rad|turn)?+");
    private static final Map<String, Integer> NAMED = named();
    private static final int MOST = 255;
    private static final int CHANNELS = 3;

    /** Degrees of a whole turn, the usual unit of hues. */
    private static final double TURN = 360;

    private SvgColours() {}

    /** One number of a function as it is written. */
    private record Part(double value, String unit) {
        /** From 0 to 1, whatever is outside of it. */
        double of(double most) {
            return Math.clamp(value / (unit.equals("%") ? 100 : most), 0, 1);
        }

        double degrees() {
            return switch (unit) {
                case "turn" -> value * TURN;
                case "rad" -> Math.toDegrees(value);
                case "grad" -> value * TURN / 400;
                default -> value;
            };
        }
    }

    static boolean isColour(String text) {
        return NAMED.containsKey(text.toLowerCase(Locale.ROOT))
                || (WRITTEN.matcher(text).matches()
                        && (text.startsWith("#") || parts(text).size() >= CHANNELS));
    }

    /** Black for what is none, as browsers do with a fill they cannot read. */
    static Color of(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        if (said.startsWith("#")) {
            return hex(said.substring(1));
        }
        var parts = parts(said);
        if (parts.size() < CHANNELS) {
            return new Color(NAMED.getOrDefault(said, 0));
        }
        double alpha = parts.size() > CHANNELS ? parts.get(CHANNELS).of(1) : 1;
        return said.startsWith("hsl")
                ? hsl(parts.getFirst().degrees(), parts.get(1).of(100), parts.get(2).of(100), alpha)
                : colour(
                        parts.getFirst().of(MOST),
                        parts.get(1).of(MOST),
                        parts.get(2).of(MOST),
                        alpha);
    }

    private static List<Part> parts(String text) {
        return PART.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(part ->
                        new Part(
                                Double.parseDouble(part.group(1)),
                                Objects.requireNonNullElse(part.group(2), "")))
                .toList();
    }

    private static Color hex(String digits) {
        var all = digits.length() > 4 ? digits : digits.replaceAll("(.)", "$1$1");
        int colour = Integer.parseInt(all.substring(0, 6), 16);
        int alpha = all.length() > 6 ? Integer.parseInt(all.substring(6), 16) : MOST;
        return new Color(alpha << 24 | colour, true);
    }

    /** CSS Color 4, 7.1. */
    private static Color hsl(double hue, double saturation, double lightness, double alpha) {
        return colour(
                shade(0, hue, saturation, lightness),
                shade(8, hue, saturation, lightness),
                shade(4, hue, saturation, lightness),
                alpha);
    }

    private static double shade(int from, double hue, double saturation, double lightness) {
        double at = Math.floorMod(Math.round((from + hue / 30) * 1e6), (long) 12e6) / 1e6;
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return lightness - reach * Math.clamp(Math.min(at - 3, 9 - at), -1, 1);
    }

    private static Color colour(double red, double green, double blue, double alpha) {
        return new Color((float) red, (float) green, (float) blue, (float) alpha);
    }

    private static Map<String, Integer> named() {
        var properties = new Properties();
        try (var file = SvgColours.class.getResourceAsStream("colours.properties")) {
            properties.load(Objects.requireNonNull(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var named = new HashMap<String, Integer>();
        properties.forEach(
                (name, digits) -> named.put((String) name, Integer.parseInt((String) digits, 16)));
        return Map.copyOf(named);
    }
}
