package za.co.spikedata.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.web.door.BareErrors;
import za.co.spikedata.web.door.ClientAddressValve;
import za.co.spikedata.web.door.Door;
import za.co.spikedata.web.door.DoorProtocol;

/** Puts the front door before the application: one port for TLS, one that sends browsers there. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> frontDoor(
            FrontDoorSettings settings, Tenants tenants, TlsHosts hosts, Environment environment) {
        var tls = new AtomicReference<@Nullable Connector>();
        var door =
                new Door(
                        host -> tenants.findByHost(host).isPresent(),
                        host ->
                                tenants.findByHost(host)
                                        .filter(brand -> brand.tenant().isApi())
                                        .isPresent(),
                        settings.proxies(),
                        () -> settings.publicPort().orElseGet(() -> localPort(tls.get())));
        return factory -> {
            factory.setProtocol(DoorProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                tls.set(connector);
                protocol(connector).open(door);
                hosts.open(protocol(connector));
            });
            settings.httpPort()
                    .ifPresent(port ->
                            factory.addAdditionalConnectors(plain(port, door, environment)));
            factory.addEngineValves(new ClientAddressValve(settings.proxies()));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(BareErrors.class.getName());
                }
            });
        };
    }

    private static Connector plain(int port, Door door, Environment environment) {
        var connector = new Connector(DoorProtocol.class.getName());
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        var protocol = protocol(connector);
        protocol.open(door);
        protocol.setExecutor(new VirtualThreadExecutor("http-"));
        var address = environment.getProperty("server.address");
        if (address != null) {
            try {
                protocol.setAddress(InetAddress.getByName(address));
            } catch (UnknownHostException unknown) {
                throw new IllegalStateException("Expected an address to listen on", unknown);
            }
        }
        return connector;
    }

    private static DoorProtocol protocol(Connector connector) {
        if (connector.getProtocolHandler() instanceof DoorProtocol protocol) {
            return protocol;
        }
        throw new IllegalStateException("Expected the portal's own protocol");
    }

    private static int localPort(@Nullable Connector connector) {
        if (connector == null) {
            throw new IllegalStateException("Expected the port for TLS to be open first");
        }
        return connector.getLocalPort();
    }
}
