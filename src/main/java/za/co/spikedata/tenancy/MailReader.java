package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a {@code tenant.yml} says of mail into its sender; every mistake is added to the list.
 *
 * @param place what every mistake begins with
 */
record MailReader(String place, DocumentTexts texts, List<String> mistakes) {
    static final int LONGEST_USER = 254;

    /** A name of the internet: its last part begins with a letter, as no address does. */
    static final String HOST =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

    private static final Pattern HOSTS = Pattern.compile("(?=.{1,253}$)" + HOST);

    Tenant.MailSender read(TenantDocument.@Nullable Mail said) {
        var mail =
                Objects.requireNonNullElse(said, new TenantDocument.Mail(null, null, null, null));
        return new Tenant.MailSender(
                texts.text("mail.from-name", mail.fromName()),
                texts.email("mail.from-address", mail.fromAddress()),
                Optional.ofNullable(mail.replyTo())
                        .map(address -> texts.email("mail.reply-to", address)),
                Optional.ofNullable(mail.server()).map(this::server));
    }

    private Tenant.MailServer server(TenantDocument.MailServer said) {
        var host = texts.text("mail.server.host", said.host()).toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !HOSTS.matcher(host).matches()) {
            mistakes.add(place + "mail.server.host: not a host name: " + host);
        }
        int port = Objects.requireNonNullElse(said.port(), Tenant.MailServer.STARTTLS);
        if (port != Tenant.MailServer.STARTTLS && port != Tenant.MailServer.IMPLICIT_TLS) {
            mistakes.add(place + "mail.server.port: expected 587 or 465, got " + port);
        }
        var user = texts.text("mail.server.user", said.user());
        if (user.length() > LONGEST_USER) {
            mistakes.add(place + "mail.server.user: too long");
        }
        return new Tenant.MailServer(host, port, user);
    }
}
