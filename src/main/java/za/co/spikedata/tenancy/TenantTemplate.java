package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Map;

/**
 * What an operator says of a new tenant; the rest is as the platform has it until its own
 * administrators change it.
 *
 * @param id its key for ever
 * @param hosts <code>{domain}</code> stands for the platform's
 * @param primary a colour such as {@code #0b5cad}; empty: the theme's
 */
public record TenantTemplate(
        TenantId id,
        String name,
        List<String> hosts,
        String theme,
        String primary,
        String supportEmail) {
    public TenantTemplate {
        hosts = List.copyOf(hosts);
    }

    /** The files of its first version. */
    public Map<String, String> files() {
        var root = DocumentText.empty();
        root.put("name", name);
        var where = root.putArray("hosts");
        hosts.forEach(where::add);
        root.put("theme", theme);
        root.put("kind", "portal");
        root.put("locale", "en-ZA");
        if (!primary.isBlank()) {
            root.putObject("colours").put("primary", primary);
        }
        root.putObject("mail")
                .put("from-name", name)
                .put("from-address", "statements@" + hosts.stream().findFirst().orElse("{domain}"));
        root.putObject("support").put("email", supportEmail);
        return Map.of(DocumentText.FILE, DocumentText.write(root));
    }
}
