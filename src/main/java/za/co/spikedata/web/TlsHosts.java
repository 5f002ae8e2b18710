package za.co.spikedata.web;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private record Files(Path certificate, Path key) {}

    private final Map<String, Files> waiting = new LinkedHashMap<>();
    private @Nullable DoorProtocol door;

    /** From here on the port has its own protocols and ciphers, which new hosts take over. */
    synchronized void open(DoorProtocol opened) {
        door = opened;
        waiting.forEach((host, files) -> add(opened, host, files));
        waiting.clear();
    }

    /**
     * Shows this certificate to clients that name the host.
     *
     * @param certificate PEM, with its chain
     * @param key PEM
     */
    public synchronized void add(String host, Path certificate, Path key) {
        var files = new Files(certificate, key);
        if (door == null) {
            waiting.put(host, files);
        } else {
            add(door, host, files);
        }
    }

    private static void add(DoorProtocol door, String host, Files files) {
        var model = usual(door);
        var config = new SSLHostConfig();
        config.setHostName(host);
        config.setProtocols(String.join("+", model.getProtocols()));
        config.setCiphers(model.getCiphers());
        config.setCipherSuites(model.getCipherSuites());
        var shown = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
        shown.setCertificateFile(files.certificate().toAbsolutePath().toString());
        shown.setCertificateKeyFile(files.key().toAbsolutePath().toString());
        config.addCertificate(shown);
        door.addSslHostConfig(config, true);
    }

    private static SSLHostConfig usual(DoorProtocol door) {
        return Arrays.stream(door.findSslHostConfigs())
                .filter(each -> each.getHostName().equals(door.getDefaultSSLHostConfigName()))
                .findFirst()
                .orElseThrow();
    }
}
