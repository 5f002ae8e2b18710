package za.co.spikedata.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The mails that were kept as files, to be read on the machine where the portal is tried. */
@Component
@Conditional(KeptMail.class)
public class Mailbox {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    /** As {@link Postman} names them; nothing else of the folder is opened. */
    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-[0-9a-f-]{36}");

    private static final String ENDING = ".eml";

    private final Path folder;

    Mailbox(MailSettings settings) {
        this.folder = settings.folder();
    }

    /**
     * A mail.
     *
     * @param name its file's, without the ending
     * @param html a whole document with its pictures within; empty: it has none
     */
    public record Kept(
            String name,
            String from,
            String to,
            String subject,
            Optional<Instant> sent,
            String text,
            Optional<String> html) {}

    /** The newest first. */
    public List<Kept> newest(int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .flatMap(name -> find(name).stream())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Empty for what is no mail's name, and for one that is there no more or cannot be read. */
    public Optional<Kept> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(folder.resolve(name + ENDING));
            return Optional.of(read(name, bytes));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException | MessagingException broken) {
            log.warn("Expected a mail in {}, got {}", name, broken.getClass());
            return Optional.empty();
        }
    }

    private static Kept read(String name, byte[] bytes) throws MessagingException, IOException {
        var mail =
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        var parts = new ArrayList<Part>();
        gather(mail, parts);
        return new Kept(
                name,
                address(mail.getFrom()),
                address(mail.getRecipients(Message.RecipientType.TO)),
                Optional.ofNullable(mail.getSubject()).orElse(""),
                Optional.ofNullable(mail.getSentDate()).map(date -> date.toInstant()),
                first(parts, "text/plain").orElse(""),
                html(parts));
    }

    private static void gather(Part part, List<Part> into) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                gather(several.getBodyPart(i), into);
            }
        } else {
            into.add(part);
        }
    }

    private static Optional<String> first(List<Part> parts, String type)
            throws MessagingException, IOException {
        for (var part : parts) {
            if (part.isMimeType(type) && part.getContent() instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** What it names by number it holds itself. */
    private static Optional<String> html(List<Part> parts) throws MessagingException, IOException {
        var html = first(parts, "text/html");
        for (var part : parts) {
            if (part.isMimeType("image/png")
                    && part instanceof MimePart picture
                    && picture.getContentID() != null) {
                var number = picture.getContentID().replaceAll("[<>]", "");
                var bytes =
                        Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
                var within = "data:image/png;base64," + bytes;
                html = html.map(text -> text.replace("cid:" + number, within));
            }
        }
        return html;
    }

    private static String address(Address @Nullable [] addresses) {
        return addresses == null || addresses.length == 0
                ? ""
                : InternetAddress.toUnicodeString(addresses);
    }
}
