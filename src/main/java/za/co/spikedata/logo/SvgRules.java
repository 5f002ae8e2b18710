package za.co.spikedata.logo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a drawing may hold; everything else is left out. */
final class SvgRules {
    /** Nothing that draws by reference, moves, fetches, embeds, or depends on fonts. */
    private static final Set<String> ELEMENTS =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath");

    /** Words about the drawing, which nobody sees. */
    private static final Set<String> SILENT = Set.of("title", "desc", "metadata");

    private static final String PAINTS = "fill stroke stop-color color";
    private static final String MEASURES =
            "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height offset viewBox points d"
                    + " stroke-width stroke-miterlimit stroke-dasharray stroke-dashoffset opacity"
                    + " fill-opacity stroke-opacity stop-opacity";
    private static final String WORDS =
            "fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits clipPathUnits"
                    + " spreadMethod preserveAspectRatio role aria-hidden version focusable display"
                    + " visibility";

    private static final Pattern REFERENCE = Pattern.compile("url\\(#[A-Za-z_][\\w.-]{0,63}\\)");
    private static final Pattern MEASURE = Pattern.compile("[-+.,%\\w\\s]*+");

    /** Few enough that matching them needs no deep stack; drawing programs write one or two. */
    private static final Pattern TURNS =
            Pattern.compile(
                    "(?:(?:translate|scale|rotate|skew[XY]|matrix)\\s*+\\([-+.,eE\\d\\s]*+\\)[\\s,]*+){0,32}+");

    private static final Pattern WORD = Pattern.compile("[-\\w\\s.]*+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]{0,63}");
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final Set<String> KEYWORDS =
            Set.of("none", "currentcolor", "inherit", "transparent");
    private static final Map<String, Predicate<String>> ATTRIBUTES = attributes();

    /** What a style may say that an attribute says as well. */
    private static final Pattern PRESENTATION =
            Pattern.compile("(?:fill|stroke|stop|clip|color|opacity|display|visibility)[a-z-]*+");

    private static final Pattern PROPERTY = Pattern.compile("[-\\w]{1,40}");
    private static final String IMPORTANT = "important";

    private SvgRules() {}

    static boolean draws(String element) {
        return ELEMENTS.contains(element);
    }

    static boolean isSilent(String element) {
        return SILENT.contains(element);
    }

    static boolean allows(String attribute, String value) {
        return Optional.ofNullable(ATTRIBUTES.get(attribute))
                .filter(allowed -> allowed.test(value.strip()))
                .isPresent();
    }

    /** A colour that the plate's maker could not read is none. */
    private static boolean isPaint(String value) {
        return KEYWORDS.contains(value.toLowerCase(Locale.ROOT))
                || SvgColours.isColour(value)
                || REFERENCE.matcher(value).matches();
    }

    /**
     * What a style says, each declaration by itself as browsers read them.
     *
     * @param kept what attributes may say as well, by attribute
     * @param others names of what is left out
     */
    record Style(Map<String, String> kept, Set<String> others) {}

    static Style said(String style) {
        var kept = new LinkedHashMap<String, String>();
        var others = new LinkedHashSet<String>();
        for (var declaration : style.split(";")) {
            if (declaration.isBlank()) {
                continue;
            }
            var parts = declaration.split(":", 2);
            var key = parts[0].strip().toLowerCase(Locale.ROOT);
            var value = parts.length < 2 ? "" : plain(parts[1].strip());
            if (parts.length == 2 && PRESENTATION.matcher(key).matches() && allows(key, value)) {
                kept.put(key, value);
            } else {
                others.add(PROPERTY.matcher(key).matches() ? key : "style");
            }
        }
        return new Style(kept, others);
    }

    /** Without {@code !important}, which an attribute cannot be. */
    private static String plain(String value) {
        int end = value.length() - IMPORTANT.length();
        if (end < 0 || !value.substring(end).equalsIgnoreCase(IMPORTANT)) {
            return value;
        }
        var before = value.substring(0, end).strip();
        return before.endsWith("!") ? before.substring(0, before.length() - 1).strip() : value;
    }

    private static Map<String, Predicate<String>> attributes() {
        var attributes = new LinkedHashMap<String, Predicate<String>>();
        for (var name : PAINTS.split(" ")) {
            attributes.put(name, SvgRules::isPaint);
        }
        for (var name : MEASURES.split(" ")) {
            attributes.put(name, MEASURE.asMatchPredicate());
        }
        for (var name : WORDS.split(" ")) {
            attributes.put(name, WORD.asMatchPredicate());
        }
        attributes.put("transform", TURNS.asMatchPredicate());
        attributes.put("gradientTransform", TURNS.asMatchPredicate());
        attributes.put("clip-path", REFERENCE.asMatchPredicate());
        attributes.put("id", NAME.asMatchPredicate());
        attributes.put("aria-label", LABEL.asMatchPredicate());
        return attributes;
    }
}
