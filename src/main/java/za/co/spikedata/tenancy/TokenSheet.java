package za.co.spikedata.tenancy;

import java.util.HashMap;
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

    /** Nothing but what this scheme sees, whatever the reader's device asks for. */
    String of(String css) {
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

    /** The same, with what the browser itself draws, such as fields and bars. */
    String forced(String css) {
        return of(css) + ":root { color-scheme: %s; }\n".formatted(name().toLowerCase(Locale.ROOT));
    }

    /** Every token by name, the last one said. */
    Map<String, String> values(String css) {
        var values = new HashMap<String, String>();
        PROPERTY.matcher(of(css))
                .results()
                .forEach(said -> values.put(said.group(1), said.group(2).strip()));
        return values;
    }
}
