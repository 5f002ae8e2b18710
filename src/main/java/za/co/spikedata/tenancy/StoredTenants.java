package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The tenants as the database has them. */
@Component
public class StoredTenants {
    private static final Logger log = LoggerFactory.getLogger(StoredTenants.class);

    private final Tenants tenants;
    private final ServedDocuments documents;

    StoredTenants(Tenants tenants, ServedDocuments documents) {
        this.tenants = tenants;
        this.documents = documents;
    }

    /**
     * Serves what the database says now, one at a time so that the last says the latest. A document
     * that a new release no longer takes costs its own tenant its portal and nobody else's.
     *
     * @return the tenants that are not served
     */
    public synchronized Set<String> serve() {
        var all = all();
        var read = tenants.readValid(all);
        if (read.brands().isEmpty()) {
            read = tenants.read(all);
        }
        tenants.serve(read);
        var without = new TreeSet<>(all.keySet());
        read.brands().keySet().forEach(tenant -> without.remove(tenant.value()));
        without.forEach(tenant -> log.error("The document of {} is no longer valid", tenant));
        return without;
    }

    /**
     * What the tenant's programs may use by the document the database has now, of which this node
     * may not have heard yet; empty where the tenant is not there or the document is not valid.
     */
    public Optional<Plan> plan(TenantId tenant) {
        return documents
                .find(tenant)
                .map(served -> Map.of(served.tenant(), shown(served.tenant(), served.files())))
                .map(tenants::readValid)
                .map(read -> read.brands().get(tenant))
                .map(brand -> brand.tenant().plan());
    }

    /** All that ever were, served or not, ended or not. */
    public Set<TenantId> ids() {
        return documents.ids().stream().map(TenantId::new).collect(Collectors.toSet());
    }

    /**
     * What the database says, but with these files for these tenants.
     *
     * @param documents files by path, by tenant
     * @throws InvalidLayers with every mistake of theirs; others' are nothing to them
     */
    Tenancy with(Map<String, Map<String, String>> documents) {
        return with(all(), documents);
    }

    private Tenancy with(
            Map<String, Map<String, String>> stored, Map<String, Map<String, String>> documents) {
        var all = new TreeMap<>(stored);
        documents.forEach((tenant, files) -> all.put(tenant, shown(tenant, files)));
        try {
            return tenants.read(all);
        } catch (InvalidLayers outdated) {
            boolean isFewer =
                    all.entrySet()
                            .removeIf(entry ->
                                    !documents.containsKey(entry.getKey())
                                            && !isValid(entry.getKey(), entry.getValue()));
            if (!isFewer) {
                throw outdated;
            }
            return tenants.read(all);
        }
    }

    /**
     * Which of these go with what the database says and with each other: all, or else those that do
     * one after another. Operators are told what is wrong with the rest.
     *
     * @param documents files by path, by tenant
     */
    Set<String> fitting(Map<String, Map<String, String>> documents) {
        var stored = all();
        if (mistakes(stored, documents).isEmpty()) {
            return documents.keySet();
        }
        var fitting = new TreeMap<String, Map<String, String>>();
        var mistakes = new TreeMap<String, List<String>>();
        documents.keySet().forEach(tenant -> mistakes.put(tenant, List.of()));
        boolean isMore = true;
        while (isMore) {
            // Whoever gives up a host makes room for another.
            isMore = false;
            for (var tenant : List.copyOf(mistakes.keySet())) {
                var more = new TreeMap<>(fitting);
                more.put(tenant, documents.get(tenant));
                var found = mistakes(stored, more);
                if (found.isEmpty()) {
                    fitting.putAll(more);
                    mistakes.remove(tenant);
                    isMore = true;
                } else {
                    mistakes.put(tenant, found);
                }
            }
        }
        mistakes.values().stream()
                .flatMap(List::stream)
                .forEach(
                        mistake -> log.error("Not brought in, what was served stays: {}", mistake));
        return fitting.keySet();
    }

    private List<String> mistakes(
            Map<String, Map<String, String>> stored, Map<String, Map<String, String>> documents) {
        try {
            with(stored, documents);
            return List.of();
        } catch (InvalidLayers invalid) {
            return invalid.mistakes();
        }
    }

    private boolean isValid(String tenant, Map<String, String> files) {
        return !tenants.readValid(Map.of(tenant, files)).brands().isEmpty();
    }

    /** Without a logo that is no picture, which costs its tenant the logo alone. */
    private static Map<String, String> shown(String tenant, Map<String, String> kept) {
        var files = new TreeMap<>(kept);
        files.entrySet()
                .removeIf(entry ->
                        LogoFile.Format.of(entry.getKey())
                                .map(format -> new LogoFile(format, entry.getValue()))
                                .map(logo -> ShownLogos.of(tenant + "/" + entry.getKey(), logo))
                                .filter(new ShownLogos.Shown.None(false)::equals)
                                .isPresent());
        return files;
    }

    private Map<String, Map<String, String>> all() {
        var all = new TreeMap<String, Map<String, String>>();
        documents
                .all()
                .forEach(
                        served -> all.put(served.tenant(), shown(served.tenant(), served.files())));
        return all;
    }
}
