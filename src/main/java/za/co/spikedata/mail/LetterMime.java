package za.co.spikedata.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import za.co.spikedata.tenancy.HeadAddress;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.Tenant;

/** A letter as mail servers take it: the same in plain text and in HTML, the logo within. */
final class LetterMime {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** In bytes, without the line's end; RFC 5322, 2.1.1. */
    private static final int LONGEST_LINE = 998;

    private LetterMime() {}

    /**
     * @throws AddressException where no mail can be written to an address, or from it
     */
    static byte[] bytes(
            Tenant.MailSender from, String to, Letter letter, LetterLooks looks, Instant now)
            throws AddressException {
        var sender = address(from.address());
        var recipient = address(to);
        var answers = address(from.replyTo().orElse(from.address()));
        try {
            sender.setPersonal(OneLine.of(from.name()), UTF_8);
            var message = new MimeMessage(session(sender));
            message.setFrom(sender);
            if (from.replyTo().isPresent()) {
                message.setReplyTo(new Address[] {answers});
            }
            message.setRecipient(Message.RecipientType.TO, recipient);
            // nobody's name begins another header
            message.setSubject(OneLine.of(letter.subject()), UTF_8);
            message.setSentDate(Date.from(now));
            message.setContentLanguage(new String[] {letter.locale().toLanguageTag()});
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(both(sender, letter, looks));
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException broken) {
            throw new IllegalStateException("Expected a mail that can be written", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Some that mail reaches are not of the form that is taken today. */
    private static InternetAddress address(String email) throws AddressException {
        var address = new InternetAddress();
        address.setAddress(
                HeadAddress.of(email)
                        .orElseThrow(() -> new AddressException("Expected one that servers take")));
        return address;
    }

    /** Its number ends in the sender's host, not in this machine's. */
    private static Session session(InternetAddress sender) {
        var properties = new Properties();
        properties.setProperty("mail.from", sender.getAddress());
        return Session.getInstance(properties);
    }

    /** The best comes last; RFC 2046, 5.1.4. */
    private static MimeMultipart both(InternetAddress sender, Letter letter, LetterLooks looks)
            throws MessagingException {
        var number = "logo@" + sender.getAddress().replaceFirst(".*@", "");
        var html = text(LetterHtml.of(letter, looks, "cid:" + number), "html", letter.locale());
        return new MimeMultipart(
                "alternative",
                text(letter.plain(), "plain", letter.locale()),
                looks.logo().isPresent() ? with(html, looks.logo().get(), number) : html);
    }

    private static MimeBodyPart text(String text, String subtype, Locale locale)
            throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setContentLanguage(new String[] {locale.toLanguageTag()});
        boolean fits =
                text.lines()
                        .allMatch(line ->
                                line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
        part.setHeader("Content-Transfer-Encoding", fits ? "8bit" : "quoted-printable");
        return part;
    }

    private static MimeBodyPart with(MimeBodyPart html, byte[] logo, String number)
            throws MessagingException {
        var picture = new MimeBodyPart();
        picture.setDataHandler(new DataHandler(new ByteArrayDataSource(logo, "image/png")));
        picture.setContentID("<" + number + ">");
        picture.setDisposition(MimeBodyPart.INLINE);
        picture.setHeader("Content-Transfer-Encoding", "base64");
        var whole = new MimeBodyPart();
        whole.setContent(new MimeMultipart("related", html, picture));
        return whole;
    }
}
