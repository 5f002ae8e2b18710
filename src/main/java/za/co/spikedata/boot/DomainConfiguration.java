package za.co.spikedata.boot;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.domains.DomainSettings;

/** Whom to ask about tenants' own hosts, as the settings say. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {
    @Bean
    DomainSettings domainSettings(PortalSettings settings) {
        var servers =
                settings.dns().stream().flatMap(each -> NameServers.parse(each).stream()).toList();
        return new DomainSettings(servers, Optional.empty(), Optional.empty());
    }
}
