package za.co.spikedata.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which hosts a tenant's document names, and the same document with others. Whoever asks for a
 * former host is sent to the first of those that are served.
 */
public final class TenantHosts {
    private static final Pattern HOST =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final String SERVED = "hosts";
    private static final String FORMER = "former-hosts";

    private final Map<String, String> files;
    private final String domain;
    private final List<String> served;
    private final List<String> former;

    private TenantHosts(
            Map<String, String> files, String domain, List<String> served, List<String> former) {
        this.files = files;
        this.domain = domain;
        this.served = served;
        this.former = former;
    }

    /**
     * @param files of a tenant, by path within its folder
     * @param domain stands in for <code>{domain}</code>
     */
    public static TenantHosts of(Map<String, String> files, String domain) {
        var root = DocumentText.read(files);
        return new TenantHosts(Map.copyOf(files), domain, list(root, SERVED), list(root, FORMER));
    }

    static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }

    static String resolved(String host, String domain) {
        return host.replace("{domain}", domain).toLowerCase(Locale.ROOT);
    }

    /** Whether it is served or sends browsers on. */
    public boolean names(String host) {
        return Stream.concat(served.stream(), former.stream()).anyMatch(each -> isSame(each, host));
    }

    /** Served last, wherever it stood. */
    public TenantHosts serving(String host) {
        return moved(host, served.size(), false);
    }

    /** Served first, so that links name it. */
    public TenantHosts preferring(String host) {
        return moved(host, 0, false);
    }

    /** Sends browsers on from now on; the only host that is served stays as it is. */
    public TenantHosts forwarding(String host) {
        return served.stream().anyMatch(each -> !isSame(each, host))
                ? moved(host, former.size(), true)
                : this;
    }

    /** Without it; the only host that is served stays as it is. */
    public TenantHosts without(String host) {
        return served.stream().anyMatch(each -> !isSame(each, host))
                ? new TenantHosts(files, domain, others(served, host), others(former, host))
                : this;
    }

    /**
     * Whether links name a host that works: one of the platform's own, the one that whoever asks
     * came by, or the one they named before while a platform's own is there to go back to.
     *
     * @param seen came by this host
     * @param before what these were made of
     */
    public boolean leadsSomewhere(String seen, TenantHosts before) {
        var first = resolved(served.getFirst(), domain);
        boolean isAsBefore = before.served.stream().limit(1).anyMatch(each -> isSame(each, first));
        return isPlatforms(first)
                || first.equals(seen)
                || isAsBefore && served.stream().anyMatch(this::isPlatforms);
    }

    /**
     * These, with the hosts of the tenant's own that others have beside them, in the place and use
     * they have there; a platform's host that sends browsers on there goes on doing so.
     *
     * @param own those that the tenant brought, not the writer of these
     */
    TenantHosts carrying(TenantHosts others, Set<String> own) {
        var carried = this;
        for (var host : others.served) {
            carried = isOwn(host, own) ? carried.serving(resolved(host, domain)) : carried;
        }
        for (var host : others.former) {
            boolean isKept = isOwn(host, own) || names(resolved(host, domain));
            carried = isKept ? carried.forwarding(resolved(host, domain)) : carried;
        }
        var first = others.served.stream().findFirst().filter(host -> isOwn(host, own));
        return first.isPresent() ? carried.preferring(resolved(first.get(), domain)) : carried;
    }

    private boolean isOwn(String host, Set<String> own) {
        return own.contains(resolved(host, domain));
    }

    private boolean isPlatforms(String host) {
        return ("." + resolved(host, domain)).endsWith("." + domain);
    }

    /** The tenant's files with these hosts; those files where nothing is another. */
    public Map<String, String> files() {
        var root = DocumentText.read(files);
        if (list(root, SERVED).equals(served) && list(root, FORMER).equals(former)) {
            return files;
        }
        write(root, SERVED, served);
        write(root, FORMER, former);
        var changed = new HashMap<>(files);
        changed.put(DocumentText.FILE, DocumentText.write(root));
        return changed;
    }

    private TenantHosts moved(String host, int to, boolean isFormer) {
        var written =
                served.stream()
                        .filter(each -> isSame(each, host))
                        .findFirst()
                        .or(() -> former.stream().filter(each -> isSame(each, host)).findFirst())
                        .orElse(host);
        var nowServed = others(served, host);
        var nowFormer = others(former, host);
        var into = isFormer ? nowFormer : nowServed;
        into.add(Math.min(to, into.size()), written);
        return new TenantHosts(files, domain, nowServed, nowFormer);
    }

    private List<String> others(List<String> hosts, String host) {
        return hosts.stream()
                .filter(each -> !isSame(each, host))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isSame(String written, String host) {
        return resolved(written, domain).equals(host);
    }

    private static void write(ObjectNode root, String key, List<String> hosts) {
        if (hosts.isEmpty()) {
            root.remove(key);
        } else {
            var array = root.putArray(key);
            hosts.forEach(array::add);
        }
    }

    private static List<String> list(ObjectNode root, String key) {
        return root.get(key) instanceof ArrayNode array
                ? array.valueStream().map(each -> each.asString("")).toList()
                : List.of();
    }
}
