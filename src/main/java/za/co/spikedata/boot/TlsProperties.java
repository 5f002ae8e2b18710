package za.co.spikedata.boot;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says to the server which certificate to show to whom, as bundles it reloads when files change.
 */
final class TlsProperties {
    private static final String CIPHERS =
            "TLS_AES_256_GCM_SHA384,TLS_CHACHA20_POLY1305_SHA256,TLS_AES_128_GCM_SHA256";

    private TlsProperties() {}

    /**
     * Properties for certificates by host; {@link Certificates#NOBODY} is whoever names no host.
     */
    static Map<String, Object> of(Map<String, CertificateFiles> certificates) {
        var properties = new LinkedHashMap<String, Object>();
        int number = 0;
        for (var entry : certificates.entrySet()) {
            var bundle = "host-" + entry.getKey().replace('.', '-');
            var prefix = "spring.ssl.bundle.pem." + bundle + ".";
            var files = entry.getValue();
            properties.put(prefix + "keystore.certificate", files.certificate().toUri().toString());
            properties.put(prefix + "keystore.private-key", files.key().toUri().toString());
            properties.put(prefix + "options.enabled-protocols", "TLSv1.3");
            properties.put(prefix + "options.ciphers", CIPHERS);
            properties.put(prefix + "reload-on-update", "true");
            if (entry.getKey().equals(Certificates.NOBODY)) {
                properties.put("server.ssl.bundle", bundle);
            } else {
                var name = "server.ssl.server-name-bundles[" + number + "].";
                properties.put(name + "server-name", entry.getKey());
                properties.put(name + "bundle", bundle);
                number++;
            }
        }
        return properties;
    }
}
