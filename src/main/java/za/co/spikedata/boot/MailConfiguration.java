package za.co.spikedata.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import za.co.spikedata.mail.MailSettings;
import za.co.spikedata.tenancy.Origins;

/** Where mail goes without a mail server, and what its links begin with. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final int STANDARD_PORT = 443;

    @Bean
    MailSettings mailSettings(PortalSettings settings) {
        return new MailSettings(settings.data().resolve("outbox"));
    }

    @Bean
    Origins origins(PortalSettings settings, Environment environment) {
        return new Origins(() -> settings.origin().orElseGet(() -> own(settings, environment)));
    }

    /** Where browsers find TLS: the port told, or this node's own. */
    private static String own(PortalSettings settings, Environment environment) {
        int port =
                settings.publicPort()
                        .orElseGet(() ->
                                environment.getRequiredProperty(
                                        "local.server.port", Integer.class));
        return port == STANDARD_PORT ? "https://{host}" : "https://{host}:" + port;
    }
}
