package za.co.spikedata.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in PostgreSQL, bound to their host; the cookie tells nothing and travels narrowly. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS)
class SessionConfiguration {
    /** A session nobody uses ends after half an hour. */
    static final int IDLE_SECONDS = 1_800;

    @Bean
    @Primary
    TenantSessions<?> tenantSessions(JdbcIndexedSessionRepository sessions) {
        return new TenantSessions<>(sessions);
    }

    @Bean
    CookieSerializer sessionCookie(Environment environment) {
        boolean secure = environment.getProperty("portal.secure-cookies", Boolean.class, false);
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(secure ? "__Host-session" : "session");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
