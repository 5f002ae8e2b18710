package za.co.spikedata.boot;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.web.FrontDoorSettings;
import za.co.spikedata.web.door.AddressRange;
import za.co.spikedata.web.door.Proxies;

/** The front door as the settings say. */
@Configuration(proxyBeanMethods = false)
class FrontDoorConfiguration {
    @Bean
    FrontDoorSettings frontDoorSettings(PortalSettings settings) {
        return new FrontDoorSettings(
                settings.httpPort() < 0 ? OptionalInt.empty() : OptionalInt.of(settings.httpPort()),
                settings.publicPort().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                new Proxies(ranges(settings.proxies()), ranges(settings.cloudflare())));
    }

    private static List<AddressRange> ranges(List<String> texts) {
        return texts.stream().map(AddressRange::parse).toList();
    }
}
