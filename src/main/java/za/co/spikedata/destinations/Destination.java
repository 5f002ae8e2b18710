package za.co.spikedata.destinations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where deliveries go: a name on the open internet, by TLS, on one of its ports. */
public record Destination(boolean isEncrypted, String host, int port, String path) {
    public static final int LONGEST = 500;

    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;
    private static final Set<Integer> PORTS = Set.of(TLS_PORT, 8443);

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST + "}");

    /** Ends in letters, as no way to write a number does. */
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Empty unless it may be written to. */
    public static Optional<Destination> parse(String text, OutsideSettings settings) {
        if (!PRINTABLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            return host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null
                    ? Optional.empty()
                    : of(uri, lower(host), settings);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Destination> of(URI uri, String host, OutsideSettings settings) {
        boolean isEncrypted = "https".equals(uri.getScheme());
        boolean isPlain = "http".equals(uri.getScheme());
        int usual = isEncrypted ? TLS_PORT : PLAIN_PORT;
        var found =
                new Destination(
                        isEncrypted, host, uri.getPort() < 0 ? usual : uri.getPort(), path(uri));
        boolean mayBe =
                settings.isAllowed(host)
                        ? isEncrypted || isPlain
                        : isEncrypted && NAME.matcher(host).matches() && PORTS.contains(found.port);
        return mayBe ? Optional.of(found) : Optional.empty();
    }

    private static String path(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /** As the {@code Host} header names it. */
    public String authority() {
        return port == (isEncrypted ? TLS_PORT : PLAIN_PORT) ? host : host + ":" + port;
    }
}
