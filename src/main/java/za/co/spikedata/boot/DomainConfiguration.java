package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.domains.DomainSettings;

/** Whom to ask about tenants' own hosts, as the settings say. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {
    @Bean
    DomainSettings domainSettings(PortalSettings settings)
            throws IOException, GeneralSecurityException {
        var servers =
                settings.dns().stream().flatMap(each -> NameServers.parse(each).stream()).toList();
        var acme = settings.acme();
        Optional<SSLContext> trusted =
                acme.trust().isPresent()
                        ? Optional.of(trusting(acme.trust().get()))
                        : Optional.empty();
        return new DomainSettings(servers, acme.directory(), acme.contact(), trusted);
    }

    /** Trusts the certificates of a PEM file and no others. */
    static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var bytes = Files.newInputStream(file)) {
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
