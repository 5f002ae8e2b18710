package za.co.spikedata.webhooks;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.OwnWebhooks;

/** Who may see and change where a tenant's events go, and how long the log of them is kept. */
@Configuration(proxyBeanMethods = false)
class WebhookRules {
    @Bean
    Customizer<HttpSecurity> webhooksAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/webhooks/**").hasRole("ADMINISTRATOR"));
    }

    @Bean
    OwnWebhooks ownWebhooks(EndpointTable endpoints) {
        return tenant ->
                Math.toIntExact(endpoints.all(tenant).stream().filter(Endpoint::isByHand).count());
    }

    @Bean
    SecurityFacts webhookFacts() {
        return _ -> List.of(Fact.of(Fact.Topic.RETENTION, "webhooks", WebhookWorker.KEPT.toDays()));
    }
}
