package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tenants and their brands as one set of files says them, validated as a whole.
 *
 * @param byHost by lower-case host name
 */
record Tenancy(Map<TenantId, Brand> brands, Map<String, Brand> byHost) {
    /**
     * @param files text by path such as {@code tenants/acme/tenant.yml}, themes included
     * @param domain stands in for <code>{domain}</code> in host names and addresses
     * @throws InvalidLayers with every mistake
     */
    static Tenancy of(Map<String, String> files, String domain) {
        var mistakes = new ArrayList<String>();
        var themes = new TreeMap<String, Layer>();
        var parents = new HashMap<String, String>();
        folders(files, "themes")
                .forEach((name, content) -> {
                    themes.put(
                            name,
                            LayerReader.read("themes/" + name, content, "theme.yml", mistakes));
                    LayerYaml.KEPT
                            .parse(
                                    "themes/" + name + "/theme.yml",
                                    content.get("theme.yml"),
                                    ThemeDocument.class,
                                    mistakes)
                            .ifPresent(theme ->
                                    parents.put(
                                            name,
                                            Objects.requireNonNullElse(theme.parent(), "base")));
                });
        if (!themes.containsKey("base")) {
            mistakes.add("themes/base: is missing");
        } else if (themes.get("base").logo().isEmpty() || themes.get("base").tokens().isEmpty()) {
            mistakes.add("themes/base: needs tokens.css and logo.svg");
        }
        var spoken = Languages.spoken(Optional.ofNullable(themes.get("base")));
        var brands = new ArrayList<Brand>();
        var owners = new HashMap<String, String>();
        folders(files, "tenants")
                .forEach((name, content) -> {
                    var layer =
                            LayerReader.read("tenants/" + name, content, "tenant.yml", mistakes);
                    if (!content.containsKey("tenant.yml")) {
                        mistakes.add("tenants/" + name + "/tenant.yml: is missing");
                    }
                    var place = "tenants/" + name + "/tenant.yml";
                    var document =
                            LayerYaml.KEPT.parse(
                                    place,
                                    content.get("tenant.yml"),
                                    TenantDocument.class,
                                    mistakes);
                    var tenant =
                            document.flatMap(found ->
                                    new TenantReader(domain, spoken, mistakes).read(name, found));
                    var colours =
                            document.flatMap(found ->
                                    BrandColours.tokens(place + ": ", found.colours(), mistakes));
                    tenant.ifPresent(found -> {
                        for (var host : found.allHosts()) {
                            var other = owners.putIfAbsent(host, name);
                            if (other != null) {
                                mistakes.add(
                                        "tenants/"
                                                + name
                                                + "/tenant.yml: hosts: "
                                                + host
                                                + " belongs to "
                                                + other);
                            }
                        }
                        var layers = chain(found.theme(), themes, parents, name, mistakes);
                        layers.addFirst(colours.map(layer::over).orElse(layer));
                        if (mistakes.isEmpty()) {
                            brands.add(new Brand(found, layers));
                        }
                    });
                });
        if (folders(files, "tenants").isEmpty()) {
            mistakes.add("tenants: at least one is needed");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidLayers(mistakes);
        }
        var byId = new LinkedHashMap<TenantId, Brand>();
        var byHost = new HashMap<String, Brand>();
        for (var brand : brands) {
            byId.put(brand.tenant().id(), brand);
            brand.tenant().allHosts().forEach(host -> byHost.put(host, brand));
        }
        return new Tenancy(byId, byHost);
    }

    private static ArrayList<Layer> chain(
            String theme,
            Map<String, Layer> themes,
            Map<String, String> parents,
            String tenant,
            List<String> mistakes) {
        var names = new LinkedHashSet<String>();
        var next = theme;
        while (!next.equals("base")) {
            if (!themes.containsKey(next)) {
                mistakes.add("tenants/" + tenant + ": theme " + next + " does not exist");
                break;
            }
            if (!names.add(next)) {
                mistakes.add("themes/" + next + ": is its own ancestor");
                break;
            }
            next = parents.getOrDefault(next, "base");
        }
        names.add("base");
        var layers = new ArrayList<Layer>();
        for (var name : names) {
            var layer = themes.get(name);
            if (layer != null) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Files by folder under a root, then by path within the folder. */
    static Map<String, Map<String, String>> folders(Map<String, String> files, String root) {
        var folders = new TreeMap<String, Map<String, String>>();
        files.forEach((path, text) -> {
            var parts = path.split("/", 3);
            if (parts.length == 3 && parts[0].equals(root)) {
                folders.computeIfAbsent(parts[1], _ -> new TreeMap<>()).put(parts[2], text);
            }
        });
        return folders;
    }
}
