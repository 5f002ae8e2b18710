package za.co.spikedata.boot;

import java.net.InetAddress;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.destinations.OutsideSettings;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Dialer;

/** Which hosts are reached beside those of the open internet where tenants name servers. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    @Bean
    OutsideSettings outsideSettings(PortalSettings settings) {
        return new OutsideSettings(Set.copyOf(settings.webhooks()));
    }

    @Bean
    Dialer dialer(OutsideSettings settings) {
        return new Dialer(
                settings,
                InetAddress::getAllByName,
                SocketFactory.getDefault(),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Bean
    Courier courier(Dialer dialer) {
        return new Courier(dialer, Courier.Limits.USUAL);
    }
}
