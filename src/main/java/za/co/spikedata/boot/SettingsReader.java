package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import za.co.spikedata.guard.Network;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.web.door.AddressRange;

/** Reads and checks all settings at once, themes and tenants included. */
final class SettingsReader {
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern ORIGIN = Pattern.compile("https?://\\{host\\}(:\\d{1,5})?");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Every name under {@code portal.} that means something, as {@link PortalSettings} holds it.
     */
    private static final List<String> KNOWN =
            List.of(
                    "domain",
                    "recognise",
                    "data",
                    "layers",
                    "demo",
                    "http-port",
                    "public-port",
                    "certificates",
                    "proxies",
                    "cloudflare",
                    "origin",
                    "database.url",
                    "database.user",
                    "database.password",
                    "database.owner-user",
                    "database.owner-password",
                    "objects.endpoint",
                    "objects.region",
                    "objects.bucket",
                    "objects.access-key",
                    "objects.secret-key",
                    "master-key",
                    "kms.key",
                    "kms.region",
                    "kms.endpoint",
                    "kms.access-key",
                    "kms.secret-key",
                    "previous-master-keys",
                    "trusted",
                    "dns",
                    "acme.directory",
                    "acme.contact",
                    "acme.trust",
                    "webhooks",
                    "bootstrap.email",
                    "bootstrap.password");

    private SettingsReader() {}

    /** What was read: all of it is valid; certificates by lower-case host name. */
    record Valid(
            PortalSettings settings, Tenants tenants, Map<String, CertificateFiles> certificates) {}

    /**
     * @throws InvalidSettings with every mistake of settings, themes and tenants
     */
    static Valid read(ConfigurableEnvironment environment) {
        var mistakes = new ArrayList<String>();
        unknown(environment, mistakes);
        var settings =
                Binder.get(environment)
                        .bindOrCreate(
                                "portal",
                                Bindable.of(PortalSettings.class),
                                new CollectMistakes(mistakes));
        check(settings, mistakes);
        checkPort(environment, mistakes);
        Tenants tenants = null;
        try {
            tenants = Tenants.load(settings.layers().map(Path::of), settings.domain());
        } catch (InvalidLayers invalid) {
            mistakes.addAll(invalid.mistakes());
        }
        var certificates = Map.<String, CertificateFiles>of();
        if (tenants != null && mistakes.isEmpty()) {
            certificates = new Certificates(settings, Clock.systemUTC()).find(tenants, mistakes);
        }
        if (tenants == null || !mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
        return new Valid(settings, tenants, certificates);
    }

    private static void check(PortalSettings settings, List<String> mistakes) {
        if (!DOMAIN.matcher(settings.domain()).matches()) {
            mistakes.add("portal.domain: not a host name");
        }
        settings.origin()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .ifPresent(_ -> mistakes.add("portal.origin: expected https://{host}"));
        settings.layers()
                .filter(folder -> !Files.isDirectory(Path.of(folder)))
                .ifPresent(folder -> mistakes.add("portal.layers: no such folder"));
        var database = settings.database();
        database.url()
                .filter(url -> !url.startsWith("jdbc:postgresql:"))
                .ifPresent(_ -> mistakes.add("portal.database.url: expected jdbc:postgresql:..."));
        if (database.url().isPresent() && database.ownerUser().isEmpty()) {
            mistakes.add("portal.database.owner-user: is needed with portal.database.url");
        }
        mistakes.addAll(DriverOptions.mistakes(database));
        mistakes.addAll(TransportRules.mistakes(settings));
        var objects = settings.objects();
        if (!BUCKET.matcher(objects.bucket()).matches()) {
            mistakes.add("portal.objects.bucket: not a bucket name");
        }
        if (objects.accessKey().isPresent() != objects.secretKey().isPresent()) {
            mistakes.add("portal.objects: access-key and secret-key go together");
        }
        keys(settings, mistakes);
        settings.trusted().stream()
                .filter(network -> Network.parse(network).isEmpty())
                .forEach(_ -> mistakes.add("portal.trusted: not an address or network"));
        settings.dns().stream()
                .filter(server -> NameServers.parse(server).isEmpty())
                .forEach(_ ->
                        mistakes.add(
                                "portal.dns: expected addresses such as 192.0.2.53"
                                        + " or 127.0.0.1:5353"));
        settings.acme()
                .directory()
                .filter(directory -> !"https".equals(directory.getScheme()))
                .ifPresent(_ -> mistakes.add("portal.acme.directory: expected https"));
        if (settings.acme().trust().isPresent()) {
            try {
                DomainConfiguration.trusting(settings.acme().trust().get());
            } catch (IOException | GeneralSecurityException unreadable) {
                mistakes.add("portal.acme.trust: not readable as PEM certificates");
            }
        }
        settings.webhooks().stream()
                .filter(host -> !DOMAIN.matcher(host).matches())
                .forEach(_ -> mistakes.add("portal.webhooks: not a host name"));
        ranges("portal.proxies", settings.proxies(), mistakes);
        ranges("portal.cloudflare", settings.cloudflare(), mistakes);
        settings.certificates()
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(_ -> mistakes.add("portal.certificates: no such folder"));
        if (settings.httpPort() < -1 || settings.httpPort() > HIGHEST_PORT) {
            mistakes.add("portal.http-port: expected -1 to 65535");
        }
        settings.publicPort()
                .filter(port -> port < 1 || port > HIGHEST_PORT)
                .ifPresent(_ -> mistakes.add("portal.public-port: expected 1 to 65535"));
        settings.bootstrap()
                .email()
                .filter(email -> !email.matches("[^@\\s]+@[^@\\s]+"))
                .ifPresent(_ -> mistakes.add("portal.bootstrap.email: not an e-mail address"));
        settings.bootstrap()
                .password()
                .filter(password -> password.length() < SHORTEST_PASSWORD)
                .ifPresent(_ -> mistakes.add("portal.bootstrap.password: at least 12 characters"));
    }

    private static void keys(PortalSettings settings, List<String> mistakes) {
        var kms = settings.kms();
        boolean isOutside = !settings.database().isEmbedded() || !settings.objects().isEmbedded();
        if (settings.masterKey().isEmpty() && kms.key().isEmpty()) {
            var mistake =
                    isOutside
                            ? Optional.of(
                                    "portal.master-key: is needed with an external database or"
                                            + " object store, or portal.kms.key in its place")
                            : MasterKeyFile.mistake(settings.data());
            mistake.ifPresent(mistakes::add);
        }
        if (settings.masterKey().isPresent() && kms.key().isPresent()) {
            mistakes.add(
                    "portal.kms.key: wraps in the place of portal.master-key; name the one of"
                            + " before in portal.previous-master-keys");
        }
        if (kms.accessKey().isPresent() != kms.secretKey().isPresent()) {
            mistakes.add("portal.kms: access-key and secret-key go together");
        }
        settings.masterKey()
                .filter(key -> !MasterKeyFile.isKey(key))
                .ifPresent(_ -> mistakes.add("portal.master-key: expected base64 of 32 bytes"));
        settings.previousMasterKeys().stream()
                .filter(key -> !MasterKeyFile.isKey(key))
                .forEach(_ ->
                        mistakes.add("portal.previous-master-keys: expected base64 of 32 bytes"));
    }

    private static void ranges(String name, List<String> ranges, List<String> mistakes) {
        for (var range : ranges) {
            try {
                AddressRange.parse(range);
            } catch (IllegalArgumentException neither) {
                mistakes.add(name + ": not an address or CIDR range: " + range);
            }
        }
    }

    private static void checkPort(ConfigurableEnvironment environment, List<String> mistakes) {
        var port = environment.getProperty("server.port", "8443");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            mistakes.add("server.port: expected 0 to 65535");
        }
    }

    /** Names nobody reads are mistakes: a typing error must not pass for a decision. */
    private static void unknown(ConfigurableEnvironment environment, List<String> mistakes) {
        var known = new TreeSet<String>();
        KNOWN.forEach(name -> known.add(plain("portal." + name)));
        var reported = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (var name : enumerable.getPropertyNames()) {
                    var plain = plain(name);
                    if (plain.startsWith("portal")
                            && (name.startsWith("portal.") || name.startsWith("PORTAL_"))
                            && !known.contains(plain)
                            && reported.add(plain)) {
                        mistakes.add(name + ": no such setting");
                    }
                }
            }
        }
    }

    /**
     * One spelling for {@code portal.database.owner-user} and {@code PORTAL_DATABASE_OWNERUSER}.
     */
    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static final class CollectMistakes extends AbstractBindHandler {
        private final List<String> mistakes;

        CollectMistakes(List<String> mistakes) {
            this.mistakes = mistakes;
        }

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name,
                Bindable<?> target,
                BindContext context,
                Exception error)
                throws Exception {
            if (context.getConfigurationProperty() == null) {
                throw error;
            }
            mistakes.add(
                    name
                            + ": not a valid "
                            + target.getType().toString().replaceAll(".*[.$<]|>", ""));
            return null;
        }
    }
}
