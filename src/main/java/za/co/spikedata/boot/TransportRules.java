package za.co.spikedata.boot;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What leaves this machine is encrypted, and the other end shows who it is. */
final class TransportRules {
    private static final Pattern DATABASE_HOSTS =
            Pattern.compile("jdbc:postgresql://([^/?]*)(?:/[^?]*)?(?:\\?(.*))?");

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[?::1]?)(:\\d+)?");

    private TransportRules() {}

    static List<String> mistakes(PortalSettings settings) {
        var database =
                settings.database()
                        .url()
                        .filter(url -> !isLocalOrVerified(url))
                        .map(_ ->
                                "portal.database.url: a database on another machine needs"
                                        + " sslmode=verify-full");
        var objects =
                settings.objects()
                        .endpoint()
                        .filter(endpoint -> !isLocalOrTls(endpoint))
                        .map(_ ->
                                "portal.objects.endpoint: a store on another machine needs https");
        var kms =
                settings.kms()
                        .endpoint()
                        .filter(endpoint -> !isLocalOrTls(endpoint))
                        .map(_ -> "portal.kms.endpoint: a KMS on another machine needs https");
        return java.util.stream.Stream.of(database, objects, kms)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What mail to a server on another machine is sent with, unless the settings say more. */
    static Map<String, Object> mail(Optional<String> host) {
        return host.filter(name -> !isLoopback(name)).isEmpty()
                ? Map.of()
                : Map.of(
                        "spring.mail.properties.mail.smtp.starttls.enable", "true",
                        "spring.mail.properties.mail.smtp.starttls.required", "true",
                        "spring.mail.properties.mail.smtp.ssl.checkserveridentity", "true");
    }

    private static boolean isLocalOrVerified(String url) {
        var parts = DATABASE_HOSTS.matcher(url);
        if (!parts.matches()) {
            return true; // without a host it is this machine
        }
        var options = Optional.ofNullable(parts.group(2)).orElse("");
        return Arrays.stream(parts.group(1).split(",")).allMatch(TransportRules::isLoopback)
                || Arrays.asList(options.split("&")).contains("sslmode=verify-full");
    }

    private static boolean isLocalOrTls(URI endpoint) {
        return "https".equalsIgnoreCase(endpoint.getScheme())
                || (endpoint.getHost() != null && isLoopback(endpoint.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.isEmpty() || LOOPBACK.matcher(host).matches();
    }
}
