package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one tenant's files say, whoever else there is. Reading them takes a while, and so does
 * drawing their looks: as long as they are the same, so is this.
 *
 * @param brand absent with any mistake
 */
record ReadTenant(
        String name,
        Map<String, String> files,
        Optional<Tenant> tenant,
        Optional<Brand> brand,
        List<String> mistakes) {
    /**
     * @param files text by path within the tenant's folder
     * @param domain stands in for <code>{domain}</code>
     */
    static ReadTenant of(String name, Map<String, String> files, Themes themes, String domain) {
        var mistakes = new ArrayList<String>();
        var place = "tenants/" + name + "/tenant.yml";
        var layer = LayerReader.read("tenants/" + name, files, "tenant.yml", mistakes);
        if (!files.containsKey("tenant.yml")) {
            mistakes.add(place + ": is missing");
        }
        var document =
                LayerYaml.KEPT.parse(
                        place, files.get("tenant.yml"), TenantDocument.class, mistakes);
        var reader = new TenantReader(domain, themes.spoken(), mistakes);
        var tenant = document.flatMap(found -> reader.read(name, found));
        var colours =
                document.flatMap(
                        found -> BrandColours.tokens(place + ": ", found.colours(), mistakes));
        var own = colours.map(layer::over).orElse(layer);
        var brand =
                tenant.flatMap(found -> {
                    var theme = themes.chain(found.theme(), name, mistakes);
                    return mistakes.isEmpty() && themes.mistakes().isEmpty()
                            ? Optional.of(
                                    new Brand(
                                            found,
                                            Stream.concat(Stream.of(own), theme.stream()).toList()))
                            : Optional.empty();
                });
        return new ReadTenant(name, Map.copyOf(files), tenant, brand, List.copyOf(mistakes));
    }

    /** Hosts that it names twice or others name already, as mistakes. */
    List<String> clashes(Map<String, String> owners) {
        var own = new HashSet<String>();
        return hosts().filter(host -> !own.add(host) || owners.containsKey(host))
                .map(host ->
                        "tenants/%s/tenant.yml: hosts: %s belongs to %s"
                                .formatted(name, host, owners.getOrDefault(host, name)))
                .toList();
    }

    void claim(Map<String, String> owners) {
        hosts().forEach(host -> owners.putIfAbsent(host, name));
    }

    private Stream<String> hosts() {
        return tenant.stream().flatMap(found -> found.allHosts().stream());
    }
}
