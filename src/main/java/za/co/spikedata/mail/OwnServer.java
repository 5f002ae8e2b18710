package za.co.spikedata.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Dialer;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenant.MailServer;

/**
 * Sends by the server that a tenant names: on the open internet alone, never without TLS nor to
 * another's certificate, and in the name of the tenant's own host.
 */
@Component
class OwnServer {
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final Courier.Limits LIMITS =
            new Courier.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60));
    static final int MOST_AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Six tries in an hour, by all of a tenant's mail together, lock out nobody. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

    /** One that hangs while it is asked may have counted the password as wrong. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private final Dialer dialer;
    private final MailServers servers;
    private final Turns turns;
    private final RefusedPasswords refused;

    OwnServer(Dialer dialer, MailServers servers, Clock clock) {
        this.dialer = dialer;
        this.servers = servers;
        this.turns = new Turns(MOST_AT_ONCE, PATIENCE, PAUSE, clock);
        this.refused = new RefusedPasswords(AFTER_REFUSAL, AFTER_FAULT, clock);
    }

    /**
     * @param isAsked somebody wants it tried, also with a password that was refused a while ago
     * @throws NotItsTurn when it was not tried
     * @throws MailException when it was not sent, or not tried since the server lately refused
     */
    void send(Tenant tenant, MailServer server, byte[] message, boolean isAsked) {
        var since = servers.passwordSince(tenant.id(), server);
        var password = servers.password(tenant.id(), server);
        turns.take(
                tenant.id(),
                () ->
                        refused.keepOut(
                                tenant.id(),
                                new RefusedPasswords.Login(server, since),
                                isAsked,
                                taken -> send(tenant, server, password, message, taken)));
    }

    /**
     * @param taken to run once the server takes the password
     */
    private void send(
            Tenant tenant, MailServer server, String password, byte[] message, Runnable taken) {
        try (var line = dialer.open(server.host(), server.port(), LIMITS);
                var transport = transport(tenant, server, password)) {
            line.socket().setSoTimeout(TIMEOUT_MILLIS);
            transport.connect(isImplicit(server) ? line.encrypted(server.host()) : line.socket());
            taken.run();
            var mail = new MimeMessage(session(tenant), new ByteArrayInputStream(message));
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AuthenticationFailedException unknown) {
            throw new MailAuthenticationException(unknown);
        } catch (MessagingException | IOException failed) {
            throw new MailSendException("Expected the tenant's mail server to take it", failed);
        }
    }

    private SMTPTransport transport(Tenant tenant, MailServer server, String password) {
        var url = new URLName("smtp", server.host(), server.port(), null, server.user(), password);
        var transport = new SMTPTransport(session(tenant), url);
        transport.setRequireStartTLS(!isImplicit(server));
        transport.setStartTLS(!isImplicit(server));
        return transport;
    }

    private static boolean isImplicit(MailServer server) {
        return server.port() == MailServer.IMPLICIT_TLS;
    }

    private Session session(Tenant tenant) {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.smtp.localhost", tenant.hosts().getFirst());
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.socketFactory", dialer.encryption());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.timeout", String.valueOf(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(TIMEOUT_MILLIS));
        properties.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }
}
