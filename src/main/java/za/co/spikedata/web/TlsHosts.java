package za.co.spikedata.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.web.door.DoorProtocol;

/**
 * Which certificate the port for TLS shows for which host (SNI); hosts may come while it is open.
 */
@Component
public class TlsHosts {
    /** Protects nothing: the key stays in memory, where Tomcat asks for a password all the same. */
    private static final String PASSWORD = "memory";

    private final Map<String, Consumer<SSLHostConfigCertificate>> waiting = new LinkedHashMap<>();
    private @Nullable DoorProtocol door;

    /** From here on the port has its own protocols and ciphers, which new hosts take over. */
    synchronized void open(DoorProtocol opened) {
        door = opened;
        waiting.forEach((host, shown) -> add(opened, host, shown));
        waiting.clear();
    }

    /**
     * Shows this certificate to clients that name the host.
     *
     * @param certificate PEM, with its chain
     * @param key PEM
     */
    public void add(String host, Path certificate, Path key) {
        add(
                host,
                shown -> {
                    shown.setCertificateFile(certificate.toAbsolutePath().toString());
                    shown.setCertificateKeyFile(key.toAbsolutePath().toString());
                });
    }

    /** Shows this certificate to clients that name the host; its key is written nowhere. */
    public void add(String host, OwnCertificate certificate) {
        var store = store(certificate);
        add(
                host,
                shown -> {
                    shown.setCertificateKeystore(store);
                    shown.setCertificateKeystorePassword(PASSWORD);
                });
    }

    private synchronized void add(String host, Consumer<SSLHostConfigCertificate> shown) {
        if (door == null) {
            waiting.put(host, shown);
        } else {
            add(door, host, shown);
        }
    }

    private static KeyStore store(OwnCertificate certificate) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "host",
                    certificate.key(),
                    PASSWORD.toCharArray(),
                    certificate.chain().toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("Expected a key and its certificate", broken);
        }
    }

    private static void add(
            DoorProtocol door, String host, Consumer<SSLHostConfigCertificate> shown) {
        var model = usual(door);
        var config = new SSLHostConfig();
        config.setHostName(host);
        config.setProtocols(String.join("+", model.getProtocols()));
        config.setCiphers(model.getCiphers());
        config.setCipherSuites(model.getCipherSuites());
        var certificate =
                new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
        shown.accept(certificate);
        config.addCertificate(certificate);
        door.addSslHostConfig(config, true);
    }

    /** Shows clients that name the host what those are shown who name none of ours. */
    public synchronized void remove(String host) {
        waiting.remove(host);
        if (door != null) {
            door.removeSslHostConfig(host);
        }
    }

    private static SSLHostConfig usual(DoorProtocol door) {
        return Arrays.stream(door.findSslHostConfigs())
                .filter(each -> each.getHostName().equals(door.getDefaultSSLHostConfigName()))
                .findFirst()
                .orElseThrow();
    }
}
