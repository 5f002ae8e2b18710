package za.co.spikedata.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import za.co.spikedata.Portal;

/**
 * A test against the whole portal on a random port, with its own PostgreSQL, S3, mail and name
 * server. All tests with this annotation share one, which trusts 127.0.0.1 but no other loopback
 * address; {@link #EMAIL} signs in with {@link #PASSWORD} on every host. Passwords are hashed
 * {@linkplain QuickPasswords at a lower price}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Portal.class, QuickPasswords.class, Stalls.class, Relays.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.http-port=0",
            "portal.data=target/test-data/${random.uuid}",
            "portal.trusted=127.0.0.1",
            "portal.webhooks=127.0.0.1",
            "portal.proxies=" + PortalTest.PROXY,
            "portal.cloudflare=" + PortalTest.CLOUDFLARE,
            "portal.bootstrap.email=" + PortalTest.EMAIL,
            "portal.bootstrap.password=" + PortalTest.PASSWORD
        })
@ContextConfiguration(initializers = {MailServer.class, NameServer.class})
public @interface PortalTest {
    /** Its {@code X-Forwarded-For} is believed. */
    String PROXY = "127.9.0.1";

    /** Its {@code CF-Connecting-IP} is believed. */
    String CLOUDFLARE = "127.9.0.2";

    String EMAIL = "thandi@example.com";
    String PASSWORD = "correct horse battery staple";
}
