package za.co.spikedata.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import za.co.spikedata.audit.Audit;

/** Sessions in PostgreSQL, bound to their host; the cookie tells nothing and travels narrowly. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS)
class SessionConfiguration {
    /** A session nobody uses ends after half an hour. */
    static final int IDLE_SECONDS = 1_800;

    /** 216 bits, which fill the 36 letters of the table's column. */
    private static final int ID_BYTES = 27;

    @Bean
    @Primary
    TenantSessions<?> tenantSessions(JdbcIndexedSessionRepository sessions, Audit audit) {
        return new TenantSessions<>(sessions, audit);
    }

    @Bean
    SessionIdGenerator sessionIds() {
        var random = new SecureRandom();
        return () -> {
            var id = new byte[ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }

    @Bean
    CookieSerializer sessionCookie(SessionSettings settings) {
        var cookie = new SignedCookie(settings);
        cookie.setCookieName("__Host-session");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}
