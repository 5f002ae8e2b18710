package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The themes there are, which a release brings and no tenant changes.
 *
 * @param parents by theme; those that name none have the base
 * @param mistakes every one of theirs
 */
record Themes(Map<String, Layer> layers, Map<String, String> parents, List<String> mistakes) {
    private static final String BASE = "base";

    /**
     * @param folders files by path within each theme's folder, by theme
     */
    static Themes of(Map<String, Map<String, String>> folders) {
        var mistakes = new ArrayList<String>();
        var layers = new TreeMap<String, Layer>();
        var parents = new HashMap<String, String>();
        folders.forEach((name, content) -> {
            var place = "themes/" + name;
            layers.put(name, LayerReader.read(place, content, "theme.yml", mistakes));
            LayerYaml.KEPT
                    .parse(
                            place + "/theme.yml",
                            content.get("theme.yml"),
                            ThemeDocument.class,
                            mistakes)
                    .ifPresent(theme ->
                            parents.put(name, Objects.requireNonNullElse(theme.parent(), BASE)));
        });
        var base = layers.get(BASE);
        if (base == null) {
            mistakes.add("themes/base: is missing");
        } else if (base.logo().isEmpty() || base.tokens().isEmpty()) {
            mistakes.add("themes/base: needs tokens.css and logo.svg");
        }
        return new Themes(layers, parents, mistakes);
    }

    Set<String> spoken() {
        return Languages.spoken(Optional.ofNullable(layers.get(BASE)));
    }

    /** The layers of a theme, the nearest first; the mistakes are the tenant's who wears it. */
    List<Layer> chain(String theme, String tenant, List<String> wrong) {
        var names = new LinkedHashSet<String>();
        var next = theme;
        while (!next.equals(BASE)) {
            if (!layers.containsKey(next)) {
                wrong.add("tenants/" + tenant + ": theme " + next + " does not exist");
                break;
            }
            if (!names.add(next)) {
                wrong.add("themes/" + next + ": is its own ancestor");
                break;
            }
            next = parents.getOrDefault(next, BASE);
        }
        names.add(BASE);
        var chain = new ArrayList<Layer>();
        for (var name : names) {
            var layer = layers.get(name);
            if (layer != null) {
                chain.add(layer);
            }
        }
        return chain;
    }
}
