package za.co.spikedata.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import za.co.spikedata.outside.Courier;
import za.co.spikedata.outside.Dialer;
import za.co.spikedata.outside.Line;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenant.MailServer;

/**
 * Sends by the server that a tenant names: on the open internet alone, never without TLS nor to
 * another's certificate, and in the name of the tenant's own host.
 */
@Component
class OwnServer {
    private static final String TIMEOUT = "15000";
    private static final Courier.Limits LIMITS =
            new Courier.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60));

    private final Dialer dialer;
    private final MailServers servers;

    OwnServer(Dialer dialer, MailServers servers) {
        this.dialer = dialer;
        this.servers = servers;
    }

    void send(Tenant tenant, MailServer server, byte[] message) {
        var password = servers.password(tenant.id(), server);
        try (var line = dialer.open(server.host(), server.port(), LIMITS)) {
            send(tenant, server, password, line, message);
        } catch (MessagingException | IOException refused) {
            throw new MailSendException("Expected the tenant's mail server to take it", refused);
        }
    }

    private void send(
            Tenant tenant, MailServer server, String password, Line line, byte[] message)
            throws MessagingException, IOException {
        var session = session(tenant);
        var url = new URLName("smtp", server.host(), server.port(), null, server.user(), password);
        line.socket().setSoTimeout(Integer.parseInt(TIMEOUT));
        boolean isImplicit = server.port() == MailServer.IMPLICIT_TLS;
        try (var transport = new SMTPTransport(session, url)) {
            transport.setRequireStartTLS(!isImplicit);
            transport.setStartTLS(!isImplicit);
            transport.connect(isImplicit ? line.encrypted(server.host()) : line.socket());
            var mail = new MimeMessage(session, new ByteArrayInputStream(message));
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Session session(Tenant tenant) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.localhost", tenant.hosts().getFirst());
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.socketFactory", dialer.encryption());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        properties.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }
}
