package za.co.spikedata.web;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The versions of TLS that the portal really speaks, whatever its management port does. */
@Component
class ServedProtocols {
    private volatile List<String> enabled = List.of();

    List<String> enabled() {
        return enabled;
    }

    @EventListener
    void started(ServletWebServerInitializedEvent event) {
        boolean isPortal = event.getApplicationContext().getServerNamespace() == null;
        if (isPortal && event.getWebServer() instanceof TomcatWebServer server) {
            var all = new TreeSet<String>();
            Arrays.stream(server.getTomcat().getService().findConnectors())
                    .map(Connector::getProtocolHandler)
                    .filter(AbstractHttp11Protocol.class::isInstance)
                    .map(AbstractHttp11Protocol.class::cast)
                    .filter(AbstractHttp11Protocol::isSSLEnabled)
                    .flatMap(protocol -> Arrays.stream(protocol.findSslHostConfigs()))
                    .map(org.apache.tomcat.util.net.SSLHostConfig::getEnabledProtocols)
                    .filter(java.util.Objects::nonNull)
                    .flatMap(Arrays::stream)
                    .forEach(all::add);
            enabled = List.copyOf(all);
        }
    }
}
