package za.co.spikedata.identity;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** What people and their factors add to the security chain. */
@Configuration(proxyBeanMethods = false)
class IdentityChain {
    static final String ALL_OF_THE_SITE = "\"cache\", \"storage\"";

    private static final String[] BY_MAIL = {
        "/reset", "/reset/*", "/invitation/*", "/email/*", "/farewell/**", "/acting/*"
    };

    /** Every rule that asks for someone asks for all their factors too. */
    @Bean
    AuthorizationManagerFactory<RequestAuthorizationContext> everyRuleAsksForEveryFactor() {
        var rules = new DefaultAuthorizationManagerFactory<RequestAuthorizationContext>();
        rules.setAdditionalAuthorization(Gates.everyFactor());
        return rules;
    }

    @Bean
    Customizer<HttpSecurity> identity(
            PersonTable people, SignIns signIns, Actings actings, Clock clock) {
        return http -> {
            http.addFilterBefore(
                    new LiveAccountFilter(people, signIns, actings, clock),
                    AnonymousAuthenticationFilter.class);
            http.exceptionHandling(handling ->
                    handling.defaultDeniedHandlerForMissingAuthority(
                            (_, response, _) -> response.sendRedirect("/second-factor"),
                            Factors.AUTHENTICATOR));
            http.logout(out ->
                    out.addLogoutHandler((request, response, authentication) -> {
                        response.setHeader("Clear-Site-Data", ALL_OF_THE_SITE);
                        if (authentication != null
                                && authentication.getPrincipal() instanceof Person person) {
                            actings.leave(person, request.getSession(false));
                        }
                    }));
            http.authorizeHttpRequests(requests ->
                    requests.requestMatchers(BY_MAIL)
                            .permitAll()
                            .requestMatchers("/second-factor/enrol/**")
                            .access(Gates.enrolment())
                            .requestMatchers("/second-factor/**")
                            .access(Gates.firstOnly())
                            .requestMatchers("/", "/profile/**")
                            .authenticated()
                            .requestMatchers("/people/**")
                            .hasAnyRole("OPERATOR", "ADMINISTRATOR")
                            .requestMatchers(
                                    HttpMethod.GET, "/statements/**", "/uploads/**", "/receipts/**")
                            .hasAnyRole("ADMINISTRATOR", "MEMBER", "VIEWER")
                            .requestMatchers("/statements/**", "/uploads/**")
                            .hasAnyRole("ADMINISTRATOR", "MEMBER"));
        };
    }

    @Bean
    AuthenticationSuccessHandler afterPassword(SignIns signIns) {
        var onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, authentication) -> {
            signIns.passwordGiven(request, response, authentication);
            onwards.onAuthenticationSuccess(request, response, authentication);
        };
    }

    @Bean
    AuthenticationFailureHandler afterRefusal() {
        var back = new SimpleUrlAuthenticationFailureHandler("/sign-in?failed");
        return (request, response, refused) -> {
            SignInPages.keep(request);
            back.onAuthenticationFailure(request, response, refused);
        };
    }
}
