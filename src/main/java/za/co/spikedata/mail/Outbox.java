package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.TenantSecrets;

/** Where mail waits, sealed, from the transaction that wrote it until it is sent. */
@Component
public class Outbox {
    private final LetterTable letters;
    private final TenantDatabase database;
    private final TenantSecrets secrets;
    private final Tenants tenants;
    private final Readers readers;
    private final MessageSource texts;
    private final Scheduler jobs;
    private final Clock clock;

    Outbox(
            LetterTable letters,
            TenantDatabase database,
            TenantSecrets secrets,
            Tenants tenants,
            Readers readers,
            MessageSource texts,
            Scheduler jobs,
            Clock clock) {
        this.letters = letters;
        this.database = database;
        this.secrets = secrets;
        this.tenants = tenants;
        this.readers = readers;
        this.texts = texts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Writes a mail in the caller's transaction, or in one of its own; it is sent when that is
     * done.
     *
     * @param kind its texts are <code>mail.{kind}.subject</code> and <code>mail.{kind}.text</code>
     * @param values what the texts may say from <code>{1}</code> on; <code>{0}</code> is the
     *     tenant's name
     */
    public void send(TenantId tenant, String to, String kind, Object... values) {
        send(tenant, to, to, kind, values);
    }

    /**
     * Writes to an address that is not yet its reader's.
     *
     * @param reader the address whose person reads it
     */
    public void sendTo(TenantId tenant, String reader, String to, String kind, Object... values) {
        send(tenant, reader, to, kind, values);
    }

    private void send(TenantId tenant, String reader, String to, String kind, Object[] values) {
        var id = UUID.randomUUID();
        var sealed = secrets.seal(tenant, context(id), written(tenant, reader, to, kind, values));
        database.run(
                tenant,
                () -> {
                    letters.insert(tenant, id, sealed);
                    jobs.schedule(
                            MailWorker.JOB
                                    .instance(tenant + "/" + id)
                                    .data(new MailWorker.Letter(tenant, id))
                                    .scheduledTo(clock.instant()));
                });
    }

    static String context(UUID letter) {
        return "mail_letter/" + letter;
    }

    private byte[] written(TenantId id, String reader, String to, String kind, Object[] values) {
        var brand = tenants.find(id).orElseThrow();
        var tenant = brand.tenant();
        var locale = readers.language(id, reader).flatMap(tenant::speaking).orElse(tenant.locale());
        var all = new Object[values.length + 1];
        all[0] = tenant.name();
        System.arraycopy(values, 0, all, 1, values.length);
        try (var _ = CurrentBrand.enter(brand)) {
            return mime(
                    tenant,
                    locale,
                    to,
                    texts.getMessage("mail." + kind + ".subject", all, locale),
                    texts.getMessage("mail." + kind + ".text", all, locale)
                            + "\n\n"
                            + texts.getMessage(
                                    "mail.footer",
                                    new Object[] {tenant.name(), tenant.supportEmail()},
                                    locale)
                            + "\n");
        }
    }

    private byte[] mime(Tenant tenant, Locale locale, String to, String subject, String text) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            var utf8 = StandardCharsets.UTF_8.name();
            message.setFrom(
                    new InternetAddress(tenant.mail().address(), tenant.mail().name(), utf8));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, utf8);
            message.setSentDate(Date.from(clock.instant()));
            message.setContentLanguage(new String[] {locale.toLanguageTag()});
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(text, utf8);
            message.setHeader("Content-Transfer-Encoding", "8bit");
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException broken) {
            throw new IllegalStateException("Expected a mail that can be written", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
