package za.co.spikedata.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.TenantSecrets;

/** Where mail waits, sealed, from the transaction that wrote it until it is sent. */
@Component
public class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final LetterTable table;
    private final DispatchLog dispatches;
    private final Letters letters;
    private final TenantDatabase database;
    private final TenantSecrets secrets;
    private final Tenants tenants;
    private final Readers readers;
    private final Scheduler jobs;
    private final Clock clock;

    Outbox(
            LetterTable table,
            DispatchLog dispatches,
            Letters letters,
            TenantDatabase database,
            TenantSecrets secrets,
            Tenants tenants,
            Readers readers,
            Scheduler jobs,
            Clock clock) {
        this.table = table;
        this.dispatches = dispatches;
        this.letters = letters;
        this.database = database;
        this.secrets = secrets;
        this.tenants = tenants;
        this.readers = readers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Writes a mail in the caller's transaction, or in one of its own; it is sent when that is
     * done.
     *
     * <p>What no server is sure to take is given up at once, as operators see.
     *
     * @param kind its texts are <code>mail.{kind}.subject</code> and <code>mail.{kind}.text</code>,
     *     and <code>mail.{kind}.action</code> where it leads somewhere
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
        try {
            put(tenant, id, kind, written(tenant, reader, to, kind, values));
        } catch (AddressException unreachable) {
            log.error("Mail {} is given up: no server is sure to take its addresses", id);
            giveUp(tenant, id, kind);
        }
    }

    private void giveUp(TenantId tenant, UUID id, String kind) {
        var now = clock.instant();
        database.run(
                tenant,
                () -> {
                    dispatches.wrote(tenant, id, kind, now);
                    dispatches.failed(id, MailFault.REFUSED, now);
                    dispatches.ended(id, Dispatch.State.GIVEN_UP, now);
                });
    }

    private void put(TenantId tenant, UUID id, String kind, byte[] written) {
        var sealed = secrets.seal(tenant, context(id), written);
        var job = new MailWorker.Letter(tenant, id);
        var now = clock.instant();
        database.run(
                tenant,
                () -> {
                    table.insert(tenant, id, sealed);
                    dispatches.wrote(tenant, id, kind, now);
                    jobs.schedule(
                            MailWorker.JOB
                                    .instance(MailWorker.name(job))
                                    .data(job)
                                    .scheduledTo(now));
                });
    }

    static String context(UUID letter) {
        return "mail_letter/" + letter;
    }

    private byte[] written(TenantId id, String reader, String to, String kind, Object[] values)
            throws AddressException {
        var brand = tenants.find(id).orElseThrow();
        var tenant = brand.tenant();
        var locale = readers.language(id, reader).flatMap(tenant::speaking).orElse(tenant.locale());
        var letter = letters.write(brand, locale, kind, values);
        return LetterMime.bytes(tenant.mail(), to, letter, LetterLooks.of(brand), clock.instant());
    }
}
