package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import za.co.spikedata.tenancy.CurrentBrand;

/** Who may ask for these pages, and where. */
@Configuration(proxyBeanMethods = false)
class AdminRules implements WebMvcConfigurer {
    private final LookAhead lookAhead;

    AdminRules(LookAhead lookAhead) {
        this.lookAhead = lookAhead;
    }

    @Bean
    Customizer<HttpSecurity> trailAndPartsAreForThoseInCharge() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/audit/**", "/security/sbom.json")
                                .hasAnyRole("OPERATOR", "ADMINISTRATOR"));
    }

    @Bean
    Customizer<HttpSecurity> settingsAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/settings/**").hasRole("ADMINISTRATOR"));
    }

    /** They are placed and lifted on the console alone. */
    @Bean
    Customizer<HttpSecurity> holdsAreSeenByThoseInCharge() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/holds").hasAnyRole("OPERATOR", "ADMINISTRATOR"));
    }

    @Bean
    Customizer<HttpSecurity> openingsAreForAdministrators() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/openings/**").hasRole("ADMINISTRATOR"));
    }

    /** Elsewhere than on the console there is nothing at these addresses. */
    @Bean
    Customizer<HttpSecurity> failuresAreForSupport() {
        return http ->
                http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(AdminRules::isForSupport)
                                .hasAnyRole("OPERATOR", "SUPPORT"));
    }

    private static boolean isForSupport(HttpServletRequest request) {
        var path = request.getRequestURI();
        return (path.equals("/failures") || path.startsWith("/failures/"))
                && CurrentBrand.find().filter(brand -> brand.tenant().isConsole()).isPresent();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyOnTheConsole());
        registry.addInterceptor(lookAhead);
    }

    private static final class OnlyOnTheConsole implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (handler instanceof HandlerMethod method
                    && method.getBeanType().isAnnotationPresent(ConsoleOnly.class)
                    && !CurrentBrand.find().orElseThrow().tenant().isConsole()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return false;
            }
            return true;
        }
    }
}
