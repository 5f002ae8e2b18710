package za.co.spikedata.boot;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.co.spikedata.webhooks.WebhookSettings;

/** Which hosts webhooks may reach beside those of the open internet. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    @Bean
    WebhookSettings webhookSettings(PortalSettings settings) {
        return new WebhookSettings(Set.copyOf(settings.webhooks()));
    }
}
