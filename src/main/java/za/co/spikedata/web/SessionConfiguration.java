package za.co.spikedata.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions in PostgreSQL, bound to their host; the cookie tells nothing and travels narrowly. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    SessionRepositoryFilter<?> springSessionRepositoryFilter(
            JdbcIndexedSessionRepository sessions, CookieSerializer cookie) {
        var ids = new org.springframework.session.web.http.CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(new TenantSessions<>(sessions));
        filter.setHttpSessionIdResolver(ids);
        return filter;
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
