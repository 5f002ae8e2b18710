package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import za.co.spikedata.tenancy.CurrentBrand;

/** Who may ask for what; the headers are the front door's. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Where programs get their tokens comes first. */
    private static final int BEHIND_TOKENS = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final String[] OPEN = {
        "/sign-in",
        "/error",
        "/favicon.ico",
        "/brand/**",
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/security",
        "/verify",
        "/developers",
        "/tenant.schema.json",
        "/language/*",
        "/.well-known/security.txt",
        "/.well-known/jwks.json",
        "/.well-known/acme-challenge/*"
    };

    /** Text that no database keeps is refused before anybody looks it up. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Health and metrics are asked for by whatever watches this machine, for no tenant. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain management() {
        return new DefaultSecurityFilterChain(ManagementPort::serves);
    }

    /** Programs have no sessions, cookies or forms; their keys are looked at where they ask. */
    @Bean
    @Order(BEHIND_TOKENS)
    SecurityFilterChain programs() {
        return new DefaultSecurityFilterChain(
                _ -> CurrentBrand.find().orElseThrow().tenant().isApi());
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ObjectProvider<CsrfTokenRequestHandler> csrfTokens,
            NotServed notServed,
            AuthenticationSuccessHandler afterPassword,
            AuthenticationFailureHandler afterRefusal)
            throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers(SecurityConfiguration::isConsole)
                                .hasRole("OPERATOR")
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("email")
                                .passwordParameter("password")
                                .failureHandler(afterRefusal)
                                .successHandler(afterPassword))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .csrf(csrf ->
                        csrf.csrfTokenRequestHandler(
                                csrfTokens.getIfAvailable(
                                        XorCsrfTokenRequestAttributeHandler::new)))
                .exceptionHandling(refused ->
                        refused.defaultAuthenticationEntryPointFor(
                                        (request, response, _) -> response.sendError(404),
                                        notServed)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                        AnyRequestMatcher.INSTANCE)
                                .defaultAccessDeniedHandlerFor(
                                        new Unseen(), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.disable())
                .httpBasic(basic -> basic.disable())
                .requestCache(cache -> cache.requestCache(new PagesOnlyRequestCache()))
                .build();
    }

    /** On the operators' console everything is the operators'. */
    private static boolean isConsole(HttpServletRequest request) {
        return CurrentBrand.find().orElseThrow().tenant().isConsole();
    }
}
