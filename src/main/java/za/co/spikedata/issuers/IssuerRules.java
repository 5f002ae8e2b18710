package za.co.spikedata.issuers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Who may see and change whom a tenant trusts, and that anybody may come from there. */
@Configuration(proxyBeanMethods = false)
class IssuerRules {
    @Bean
    Customizer<HttpSecurity> issuersAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/sign-in/with/**")
                                .permitAll()
                                .requestMatchers("/issuers/**")
                                .hasRole("ADMINISTRATOR"));
    }
}
