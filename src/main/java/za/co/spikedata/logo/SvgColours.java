package za.co.spikedata.logo;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Colours as drawings write them. */
final class SvgColours {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(%?)");
    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("white", 0xffffff),
                    Map.entry("snow", 0xfffafa),
                    Map.entry("ivory", 0xfffff0),
                    Map.entry("whitesmoke", 0xf5f5f5),
                    Map.entry("ghostwhite", 0xf8f8ff),
                    Map.entry("aliceblue", 0xf0f8ff),
                    Map.entry("azure", 0xf0ffff),
                    Map.entry("beige", 0xf5f5dc),
                    Map.entry("linen", 0xfaf0e6),
                    Map.entry("silver", 0xc0c0c0),
                    Map.entry("lightgray", 0xd3d3d3),
                    Map.entry("lightgrey", 0xd3d3d3),
                    Map.entry("gray", 0x808080),
                    Map.entry("grey", 0x808080),
                    Map.entry("red", 0xff0000),
                    Map.entry("maroon", 0x800000),
                    Map.entry("crimson", 0xdc143c),
                    Map.entry("tomato", 0xff6347),
                    Map.entry("orange", 0xffa500),
                    Map.entry("orangered", 0xff4500),
                    Map.entry("gold", 0xffd700),
                    Map.entry("yellow", 0xffff00),
                    Map.entry("olive", 0x808000),
                    Map.entry("lime", 0x00ff00),
                    Map.entry("green", 0x008000),
                    Map.entry("teal", 0x008080),
                    Map.entry("turquoise", 0x40e0d0),
                    Map.entry("aqua", 0x00ffff),
                    Map.entry("cyan", 0x00ffff),
                    Map.entry("skyblue", 0x87ceeb),
                    Map.entry("steelblue", 0x4682b4),
                    Map.entry("blue", 0x0000ff),
                    Map.entry("royalblue", 0x4169e1),
                    Map.entry("navy", 0x000080),
                    Map.entry("indigo", 0x4b0082),
                    Map.entry("purple", 0x800080),
                    Map.entry("fuchsia", 0xff00ff),
                    Map.entry("magenta", 0xff00ff),
                    Map.entry("pink", 0xffc0cb),
                    Map.entry("black", 0x000000));

    private SvgColours() {}

    static boolean isNamed(String name) {
        return NAMED.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Black for what is none, as browsers do with a fill they cannot read. */
    static Color of(String text) {
        if (text.startsWith("#")) {
            var digits = text.substring(1);
            return new Color(
                    Integer.parseInt(
                            digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits, 16));
        }
        if (text.startsWith("rgb")) {
            var parts = new int[3];
            var matcher = PART.matcher(text);
            for (int i = 0; i < parts.length && matcher.find(); i++) {
                double value = Double.parseDouble(matcher.group(1));
                double of255 = matcher.group(2).isEmpty() ? value : value * 255 / 100;
                parts[i] = (int) Math.clamp(Math.round(of255), 0, 255);
            }
            return new Color(parts[0], parts[1], parts[2]);
        }
        return new Color(NAMED.getOrDefault(text.toLowerCase(Locale.ROOT), 0));
    }
}
