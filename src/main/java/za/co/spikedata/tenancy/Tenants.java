package za.co.spikedata.tenancy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every tenant and its brand, validated as a whole; nothing half-valid is served. Those of the
 * folder to begin with, then those of the database; they change as one while requests are answered.
 */
public final class Tenants {
    private final Map<String, Map<String, String>> folder;
    private final Themes themes;
    private final String domain;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final String schema;
    private volatile Tenancy current = Tenancy.NONE;

    private Tenants(Map<String, String> files, String domain) {
        this.folder = Tenancy.folders(files, "tenants");
        this.themes = Themes.of(Tenancy.folders(files, "themes"));
        this.domain = domain;
        this.current = read(folder);
        this.schema = TenantSchema.of(themes(), themes.spoken());
    }

    /**
     * Reads all layers.
     *
     * @param folder holds {@code themes} and {@code tenants}; absent: those in the jar
     * @param domain stands in for <code>{domain}</code> in host names and addresses
     * @throws InvalidLayers with every mistake
     */
    public static Tenants load(Optional<Path> folder, String domain) {
        return of(LayerFiles.read(folder), domain);
    }

    static Tenants of(Map<String, String> files, String domain) {
        return new Tenants(files, domain);
    }

    /** The brand served on a host name without port, in any case of letters. */
    public Optional<Brand> findByHost(String host) {
        return Optional.ofNullable(current.byHost().get(host.toLowerCase(Locale.ROOT)));
    }

    public Optional<Brand> find(TenantId id) {
        return Optional.ofNullable(current.brands().get(id));
    }

    /** Whether the tenant is served and its portal offers this. */
    public boolean offers(TenantId id, Feature feature) {
        return find(id).filter(brand -> brand.tenant().offers(feature)).isPresent();
    }

    /** What the tenant's programs may use; empty where the tenant is not served. */
    public Optional<Plan> plan(TenantId id) {
        return find(id).map(brand -> brand.tenant().plan());
    }

    public Collection<Brand> all() {
        return List.copyOf(current.brands().values());
    }

    /** Those whose host is a console of the platform's operators. */
    public List<Tenant> consoles() {
        return all().stream().map(Brand::tenant).filter(Tenant::isConsole).toList();
    }

    /** Stands in for <code>{domain}</code> in host names and addresses. */
    public String domain() {
        return domain;
    }

    /** Whether a host is the platform's domain or under it, and so its operators' to give. */
    public boolean isUnderDomain(String host) {
        return ("." + host).endsWith("." + domain);
    }

    /** Names of the themes a tenant may wear. */
    public List<String> themes() {
        return List.copyOf(themes.layers().keySet());
    }

    /** JSON Schema of {@code tenant.yml}, with the themes and languages there are. */
    public String schema() {
        return schema;
    }

    /** Runs it on whichever thread made tenants change, once the new ones are served. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The folder's own tenants: text by path within each tenant's folder. */
    Map<String, Map<String, String>> ofFolder() {
        return folder;
    }

    /**
     * Tenants as these documents would make them, nothing being served yet.
     *
     * @param documents text by path within the tenant's folder, by tenant
     * @throws InvalidLayers with every mistake
     */
    Tenancy read(Map<String, Map<String, String>> documents) {
        return Tenancy.ofAll(current.read(documents, themes, domain), themes);
    }

    /** The same, but without those that are wrong, alone or beside those before. */
    Tenancy readValid(Map<String, Map<String, String>> documents) {
        return Tenancy.ofValid(current.read(documents, themes, domain));
    }

    /** Serves these from the next request on; those under way end with what they began with. */
    void serve(Tenancy next) {
        current = next;
        listeners.forEach(Runnable::run);
    }
}
