package za.co.spikedata.boot;

import java.net.InetAddress;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;

/** Which hosts are reached beside those of the open internet where tenants name servers. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    @Bean
    OutsideSettings outsideSettings(PortalSettings settings) {
        return new OutsideSettings(Set.copyOf(settings.webhooks()));
    }

    @Bean
    Courier courier(OutsideSettings settings) {
        return new Courier(
                settings,
                InetAddress::getAllByName,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Courier.Limits.USUAL);
    }
}
