package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.web.CertificateRules;

/**
 * Finds a certificate for each host: in the folder the settings name, where one that is missing or
 * wrong is a mistake; or among those made for development, which are kept in {@code data/tls}.
 */
final class Certificates {
    /** Stands for clients that name no host of ours; its certificate names no tenant either. */
    static final String NOBODY = "nobody";

    private final Optional<Path> folder;
    private final OwnAuthority own;
    private final Clock clock;

    Certificates(PortalSettings settings, Clock clock) {
        this.folder = settings.certificates();
        this.own = new OwnAuthority(settings.data().resolve("tls"), clock);
        this.clock = clock;
    }

    /** Certificates by host, {@link #NOBODY}'s first; mistakes are added to the list. */
    Map<String, CertificateFiles> find(Tenants tenants, List<String> mistakes) {
        var found = new LinkedHashMap<String, CertificateFiles>();
        found.put(NOBODY, own.certificateOfNobody(NOBODY));
        tenants.all().stream()
                .flatMap(brand -> brand.tenant().allHosts().stream())
                .forEach(host -> of(host, mistakes).ifPresent(files -> found.put(host, files)));
        return found;
    }

    /** The certificate for one host; mistakes are added to the list. */
    Optional<CertificateFiles> of(String host, List<String> mistakes) {
        if (folder.isEmpty()) {
            return Optional.of(own.certificate(host));
        }
        var wildcard = "_" + host.substring(Math.max(0, host.indexOf('.')));
        for (var name : List.of(host, wildcard)) {
            var files = CertificateFiles.in(folder.get(), name);
            if (Files.exists(files.certificate())) {
                mistake(files, host)
                        .ifPresent(text ->
                                mistakes.add("portal.certificates: " + name + ".crt: " + text));
                return Optional.of(files);
            }
        }
        mistakes.add("portal.certificates: no " + host + ".crt and no " + wildcard + ".crt");
        return Optional.empty();
    }

    private Optional<String> mistake(CertificateFiles files, String host) {
        if (!Files.isReadable(files.key())) {
            return Optional.of("no readable " + files.key().getFileName() + " beside it");
        }
        try (var bytes = Files.newInputStream(files.certificate())) {
            var factory = CertificateFactory.getInstance("X.509");
            if (!(factory.generateCertificate(bytes) instanceof X509Certificate certificate)) {
                return Optional.of("no certificate");
            }
            if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
                return Optional.of("has expired");
            }
            if (!CertificateRules.isStrong(certificate)) {
                return Optional.of("key below RSA 3072 or P-256");
            }
            return CertificateRules.covers(certificate, host)
                    ? Optional.empty()
                    : Optional.of("does not cover " + host);
        } catch (IOException | GeneralSecurityException unreadable) {
            return Optional.of("not readable as a PEM certificate");
        }
    }
}
