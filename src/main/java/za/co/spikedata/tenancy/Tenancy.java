package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tenants and their brands as one set of documents says them, validated as a whole.
 *
 * @param byHost by lower-case host name
 * @param read every document, those of tenants that are left out too
 */
record Tenancy(
        Map<TenantId, Brand> brands, Map<String, Brand> byHost, Map<String, ReadTenant> read) {
    /** Nobody's, to begin with. */
    static final Tenancy NONE = new Tenancy(Map.of(), Map.of(), Map.of());

    /**
     * Reads documents; of those that are as they were before, everything stays that was made.
     *
     * @param documents text by path within the tenant's folder, by tenant
     * @param domain stands in for <code>{domain}</code> in host names and addresses
     */
    Map<String, ReadTenant> read(
            Map<String, Map<String, String>> documents, Themes themes, String domain) {
        var next = new TreeMap<String, ReadTenant>();
        documents.forEach((name, files) -> {
            var before = Optional.ofNullable(read.get(name));
            next.put(
                    name,
                    before.filter(same -> same.files().equals(files))
                            .orElseGet(() -> ReadTenant.of(name, files, themes, domain)));
        });
        return next;
    }

    /**
     * All of these.
     *
     * @throws InvalidLayers with every mistake
     */
    static Tenancy ofAll(Map<String, ReadTenant> read, Themes themes) {
        var mistakes = new ArrayList<>(themes.mistakes());
        var owners = new HashMap<String, String>();
        for (var each : read.values()) {
            mistakes.addAll(each.mistakes());
            mistakes.addAll(each.clashes(owners));
            each.claim(owners);
        }
        if (read.isEmpty()) {
            mistakes.add("tenants: at least one is needed");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidLayers(mistakes);
        }
        return of(List.copyOf(read.values()), read);
    }

    /** Without those that are wrong, alone or beside those before. */
    static Tenancy ofValid(Map<String, ReadTenant> read) {
        var owners = new HashMap<String, String>();
        var valid = new ArrayList<ReadTenant>();
        for (var each : read.values()) {
            if (each.mistakes().isEmpty() && each.clashes(owners).isEmpty()) {
                each.claim(owners);
                valid.add(each);
            }
        }
        return of(valid, read);
    }

    private static Tenancy of(List<ReadTenant> served, Map<String, ReadTenant> read) {
        var byId = new LinkedHashMap<TenantId, Brand>();
        var byHost = new HashMap<String, Brand>();
        served.stream()
                .flatMap(each -> each.brand().stream())
                .forEach(brand -> {
                    byId.put(brand.tenant().id(), brand);
                    brand.tenant().allHosts().forEach(host -> byHost.put(host, brand));
                });
        return new Tenancy(byId, byHost, read);
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
