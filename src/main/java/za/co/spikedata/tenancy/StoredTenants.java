package za.co.spikedata.tenancy;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The tenants as the database has them. */
@Component
public class StoredTenants {
    private final Tenants tenants;
    private final ServedDocuments documents;

    StoredTenants(Tenants tenants, ServedDocuments documents) {
        this.tenants = tenants;
        this.documents = documents;
    }

    /** Serves what the database says now. */
    public void serve() {
        tenants.serve(tenants.read(all()));
    }

    /**
     * What the database says, but with these files for one tenant.
     *
     * @throws InvalidLayers with every mistake
     */
    Tenancy with(TenantId tenant, Map<String, String> files) {
        var all = all();
        all.put(tenant.value(), files);
        return tenants.read(all);
    }

    private Map<String, Map<String, String>> all() {
        var all = new TreeMap<String, Map<String, String>>();
        documents.all().forEach(served -> all.put(served.tenant(), served.files()));
        return all;
    }
}
