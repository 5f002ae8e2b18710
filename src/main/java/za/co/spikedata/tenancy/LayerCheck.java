package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a layer's files may hold; each method adds every mistake it finds to the list. */
final class LayerCheck {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DARK =
            Pattern.compile(
                    "@media\\s*\\(prefers-color-scheme:\\s*dark\\)\\s*\\{(.*?\\})\\s*\\}",
                    Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile(":root\\s*\\{([^{}]*)\\}");
    private static final Pattern PROPERTY =
            Pattern.compile("--([a-z0-9-]+)\\s*:\\s*([^;{}<>\\\\]+)");
    private static final Pattern ACTIVE =
            Pattern.compile(
                    "<\\s*+(?:[\\w.-]++:)?+(script|foreignObject|iframe|object|embed|style|link|form|base|meta)\\b"
                            + "|\\son[a-z]++\\s*+=|\\sstyle\\s*+=|javascript:|\\sth:|<!ENTITY|<!DOCTYPE"
                            + "|href\\s*+=\\s*+[\"']?+\\s*+(data|http):",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_FETCH =
            Set.of("url(", "@import", "expression(", "image-set(");

    private LayerCheck() {}

    /** Custom properties only, on {@code :root}, with one dark variant; nothing that fetches. */
    static List<String> tokens(String file, String css) {
        var mistakes = new ArrayList<String>();
        var rest = COMMENT.matcher(css).replaceAll("");
        for (var fetch : NO_FETCH) {
            if (rest.contains(fetch)) {
                mistakes.add(file + ": " + fetch + " is not allowed; tokens fetch nothing");
            }
        }
        var blocks = new ArrayList<String>();
        var dark = DARK.matcher(rest);
        rest =
                dark.replaceAll(match -> {
                    var roots = ROOT.matcher(match.group(1));
                    while (roots.find()) {
                        blocks.add(roots.group(1));
                    }
                    return "";
                });
        rest =
                ROOT.matcher(rest)
                        .replaceAll(match -> {
                            blocks.add(match.group(1));
                            return "";
                        });
        if (!rest.isBlank()) {
            mistakes.add(file + ": only :root blocks of custom properties are allowed");
        }
        for (var block : blocks) {
            for (var declaration : block.split(";")) {
                if (!declaration.isBlank() && !PROPERTY.matcher(declaration.strip()).matches()) {
                    mistakes.add(file + ": not a custom property: " + declaration.strip());
                }
            }
        }
        return mistakes;
    }

    /** Markup that can do nothing: no scripts, handlers, styles, forms or expressions. */
    static List<String> markup(String file, String text) {
        var match = ACTIVE.matcher(text);
        return match.find()
                ? List.of(file + ": not allowed in a layer: " + match.group().strip())
                : List.of();
    }

    /** What is shown of a logo; one that cannot be shown leaves the place to the next layer's. */
    static Optional<LogoFile> logo(String file, LogoFile kept, List<String> mistakes) {
        return switch (ShownLogos.of(file, kept)) {
            case ShownLogos.Shown.Picture(var logo) -> Optional.of(logo);
            case ShownLogos.Shown.None(var isPicture) -> {
                if (!isPicture) {
                    mistakes.add(file + ": expected an SVG or PNG picture");
                }
                yield Optional.empty();
            }
        };
    }
}
