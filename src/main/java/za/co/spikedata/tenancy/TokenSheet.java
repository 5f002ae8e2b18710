package za.co.spikedata.tenancy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The tokens of a brand as one scheme sees them. */
enum TokenSheet {
    LIGHT,
    DARK;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile(
                    "@media\\s*\\(prefers-color-scheme:\\s*dark\\)\\s*\\{((?:[^{}]*+\\{[^{}]*+\\})*+)\\s*+\\}"
                            + "|:root\\s*\\{[^{}]*+\\}");
    private static final Pattern PROPERTY = Pattern.compile("--([a-z0-9-]+)\\s*:\\s*([^;{}]+)");

    /** Nothing but what this scheme sees. */
    private String of(String css) {
        var seen = new StringBuilder();
        BLOCK.matcher(COMMENT.matcher(css).replaceAll(""))
                .results()
                .forEach(block -> {
                    if (block.group(1) == null) {
                        seen.append(block.group()).append('\n');
                    } else if (this == DARK) {
                        seen.append(block.group(1).strip()).append('\n');
                    }
                });
        return seen.toString();
    }

    /** These tokens, and with them what the browser itself draws, such as fields and bars. */
    String forced(String css) {
        return ":root {\n%s  color-scheme: %s;\n}\n"
                .formatted(written(values(css)), name().toLowerCase(Locale.ROOT));
    }

    /** Every token once, as the last layer says it: what lies below shows to nobody. */
    static String both(String css) {
        var light = LIGHT.values(css);
        var dark = DARK.values(css);
        dark.entrySet().removeAll(light.entrySet());
        return ":root {\n%s}\n@media (prefers-color-scheme: dark) {\n:root {\n%s}\n}\n"
                .formatted(written(light), written(dark));
    }

    private static String written(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((name, value) ->
                text.append("  --").append(name).append(": ").append(value).append(";\n"));
        return text.toString();
    }

    /** Every token by name, the last one said. */
    Map<String, String> values(String css) {
        var values = new LinkedHashMap<String, String>();
        PROPERTY.matcher(of(css))
                .results()
                .forEach(said -> values.put(said.group(1), said.group(2).strip()));
        return values;
    }
}
