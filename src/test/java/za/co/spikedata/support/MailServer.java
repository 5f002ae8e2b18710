package za.co.spikedata.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The mail server of all tests, to which the portal really sends. */
public final class MailServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    static {
        SERVER.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + SERVER.getSmtp().getPort())
                .applyTo(context);
    }

    /** Waits for a mail to this address whose subject begins so, and tells its text. */
    public static String await(String to, String subject) {
        for (int i = 0; i < 200; i++) {
            var found = to(to).stream().filter(mail -> mail.startsWith(subject)).toList();
            if (!found.isEmpty()) {
                return found.getLast();
            }
            pause();
        }
        throw new AssertionError("No mail to " + to + " about " + subject + ", only " + to(to));
    }

    /** Waits for more mail to this address than it had, and tells the text of the first. */
    public static String next(String to, int had) {
        for (int i = 0; i < 200 && to(to).size() <= had; i++) {
            pause();
        }
        return to(to).get(had);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The path of the first link in the mail. */
    public static String link(String mail) {
        var link = LINK.matcher(mail);
        if (!link.find()) {
            throw new AssertionError("No link in " + mail);
        }
        return link.group(1);
    }

    /** All mail to this address, oldest first: subject, a line, text. */
    public static List<String> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> address.equals(recipient(mail)))
                .map(MailServer::text)
                .toList();
    }

    /** Waits for a mail to this address whose subject begins so. */
    public static MimeMessage awaitWhole(String to, String subject) {
        await(to, subject);
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> to.equals(recipient(mail)))
                .filter(mail -> text(mail).startsWith(subject))
                .toList()
                .getLast();
    }

    /** All mail to anybody: each as it was sent, and behind it its texts, plain and HTML. */
    public static List<byte[]> raw() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .map(mail ->
                        GreenMailUtil.getWholeMessage(mail)
                                + "\n"
                                + text(mail)
                                + "\n"
                                + part(mail, "text/html"))
                .map(mail -> mail.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return InternetAddress.parseHeader(mail.getHeader("To", ","), false)[0].toString();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + part(mail, "text/plain");
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The only part of this type, wherever in the mail it is. */
    public static String part(MimeMessage mail, String type) {
        var found = parts(mail, type);
        if (found.size() != 1) {
            throw new AssertionError("Expected one part of " + type + ", got " + found.size());
        }
        return String.valueOf(found.getFirst());
    }

    /** What every part of this type holds. */
    public static List<Object> parts(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return List.of(part.getContent());
            }
            var found = new ArrayList<Object>();
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    found.addAll(parts(several.getBodyPart(i), type));
                }
            }
            return found;
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
