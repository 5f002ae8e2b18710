package za.co.spikedata.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether mail is only kept, on somebody's own machine: no mail server is set, the portal listens
 * on loopback alone, its hosts end in {@code localhost}, which no other machine can be asked for
 * (RFC 6761), no proxy stands before it, and its database is its own. Mail holds links that let in
 * whoever has them, and so one thing that tells of a real installation is enough to have none of it
 * shown.
 */
public final class KeptMail implements Condition {
    private static final String DOMAIN = "localhost";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isLooked(context.getEnvironment());
    }

    static boolean isLooked(Environment environment) {
        return !environment.containsProperty("spring.mail.host")
                && !environment.containsProperty("spring.mail.jndi-name")
                && !environment.containsProperty("portal.database.url")
                && environment.getProperty("portal.domain", DOMAIN).equals(DOMAIN)
                && isBehindNothing(environment)
                && isLoopback(environment.getProperty("server.address", "0.0.0.0"));
    }

    private static boolean isBehindNothing(Environment environment) {
        return Binder.get(environment)
                .bind("portal.proxies", Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }

    /** Whether it comes from this machine, and no proxy here says that it passes it on. */
    public static boolean isOfThisMachine(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
