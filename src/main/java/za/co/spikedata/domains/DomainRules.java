package za.co.spikedata.domains;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Who may see and change a tenant's hosts. */
@Configuration(proxyBeanMethods = false)
class DomainRules {
    @Bean
    Customizer<HttpSecurity> hostsAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/domains/**").hasRole("ADMINISTRATOR"));
    }
}
