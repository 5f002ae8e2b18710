package za.co.spikedata.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Tenants;

/** Tells on the console, once the portal serves, where it is and who was made. */
@Component
class Announcement {
    private final Tenants tenants;
    private final FirstPeople firstPeople;
    private final PortalSettings settings;
    private final Environment environment;
    private int port;

    Announcement(
            Tenants tenants,
            FirstPeople firstPeople,
            PortalSettings settings,
            Environment environment) {
        this.tenants = tenants;
        this.firstPeople = firstPeople;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener
    void started(ServletWebServerInitializedEvent event) {
        boolean isPortal = event.getApplicationContext().getServerNamespace() == null;
        if (isPortal) {
            port = event.getWebServer().getPort();
        }
    }

    /** Printed, not logged: a log is kept and shipped, a console is read once. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var made = firstPeople.make(isDemo());
        var text = new StringBuilder("\n");
        for (var brand : tenants.all()) {
            for (var host : brand.tenant().hosts()) {
                text.append("  %-22s https://%s:%d%n".formatted(brand.tenant().name(), host, port));
            }
        }
        if (!made.isEmpty()) {
            text.append("\n  First people; each password is shown this once:\n");
        }
        for (var person : made) {
            text.append(
                    "  %-22s %-28s %s%n"
                            .formatted(
                                    person.tenant().name(),
                                    person.email(),
                                    person.password()
                                            .orElse("(as PORTAL_BOOTSTRAP_PASSWORD says)")));
        }
        if (!made.isEmpty()) {
            text.append(
                    "\n  Operators and administrators add an authenticator at first sign-in.\n");
        }
        if (!environment.containsProperty("spring.mail.host")) {
            text.append("  No mail server is set; mail is kept in ")
                    .append(settings.data().resolve("outbox"))
                    .append("\n");
        }
        System.out.println(text);
    }

    private boolean isDemo() {
        return settings.demo().orElseGet(this::isLoopback);
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(environment.getProperty("server.address", "0.0.0.0"))
                    .isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
