package za.co.spikedata.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import za.co.spikedata.api.wire.Outcomes;
import za.co.spikedata.formats.BankFiles;

/** Who may see and change what a tenant's programs identify themselves by, and what they cost. */
@Configuration(proxyBeanMethods = false)
class ApiRules {
    @Bean
    Outcomes outcomes() {
        return new Outcomes(BankFiles.shipped());
    }

    @Bean
    Customizer<HttpSecurity> keysAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/api-keys/**", "/api-usage/**")
                                .hasRole("ADMINISTRATOR"));
    }
}
