package za.co.spikedata.tenancy;

import java.util.function.Supplier;

/** Where people reach each host: from the settings, never from what a request claims. */
public final class Origins {
    private final Supplier<String> pattern;

    /**
     * @param pattern such as <code>https://{host}</code>; asked once the server listens
     */
    public Origins(Supplier<String> pattern) {
        this.pattern = pattern;
    }

    /** Scheme, host and port of a host, without a slash. */
    public String of(String host) {
        return pattern.get().replace("{host}", host);
    }

    /** The address of a page on the tenant's first host. */
    public String url(Tenant tenant, String path) {
        return of(tenant.hosts().getFirst()) + path;
    }
}
