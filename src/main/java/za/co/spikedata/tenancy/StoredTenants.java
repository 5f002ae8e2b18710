package za.co.spikedata.tenancy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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
     */
    public synchronized void serve() {
        tenants.serve(read(all(), _ -> true));
    }

    private boolean isValid(String tenant, Map<String, String> files) {
        try {
            tenants.read(Map.of(tenant, files));
            return true;
        } catch (InvalidLayers outdated) {
            log.error(
                    "The document of a tenant is no longer valid, {} mistakes; it is not served",
                    outdated.mistakes().size());
            return false;
        }
    }

    /**
     * What the database says, but with these files for one tenant.
     *
     * @throws InvalidLayers with every mistake
     */
    Tenancy with(TenantId tenant, Map<String, String> files) {
        var all = all();
        all.put(tenant.value(), files);
        return read(all, other -> !other.equals(tenant.value()));
    }

    /** Leaves out those that are no longer valid, if they may be. */
    private Tenancy read(Map<String, Map<String, String>> all, Predicate<String> mayBeLeftOut) {
        try {
            return tenants.read(all);
        } catch (InvalidLayers outdated) {
            boolean isFewer =
                    all.entrySet()
                            .removeIf(entry ->
                                    mayBeLeftOut.test(entry.getKey())
                                            && !isValid(entry.getKey(), entry.getValue()));
            if (!isFewer) {
                throw outdated;
            }
            return tenants.read(all);
        }
    }

    private Map<String, Map<String, String>> all() {
        var all = new TreeMap<String, Map<String, String>>();
        documents.all().forEach(served -> all.put(served.tenant(), served.files()));
        return all;
    }
}
