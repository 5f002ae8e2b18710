package za.co.spikedata.mail;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.TenantSecrets;

/**
 * Takes a mail out of the box to the tenant's own mail server, else to the platform's, or to a
 * folder when there is none. What a tenant's own server does not take never goes by the platform's,
 * which may not send in the tenant's name; nor does what is of a tenant that this node does not
 * serve, which may have such a server. Mail of a tenant that ended is not sent.
 */
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final LetterTable letters;
    private final DispatchLog dispatches;
    private final TenantDatabase database;
    private final TenantSecrets secrets;
    private final ObjectProvider<JavaMailSender> server;
    private final OwnServer ownServer;
    private final Tenants tenants;
    private final TenantVersions versions;
    private final MailFolder folder;
    private final Clock clock;

    Postman(
            LetterTable letters,
            DispatchLog dispatches,
            TenantDatabase database,
            TenantSecrets secrets,
            ObjectProvider<JavaMailSender> server,
            OwnServer ownServer,
            Tenants tenants,
            TenantVersions versions,
            MailFolder folder,
            Clock clock) {
        this.letters = letters;
        this.dispatches = dispatches;
        this.database = database;
        this.secrets = secrets;
        this.server = server;
        this.ownServer = ownServer;
        this.tenants = tenants;
        this.versions = versions;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @throws NotServed when this node does not serve its tenant
     * @throws NotItsTurn when the tenant's own server has enough to take
     */
    void deliver(MailWorker.Letter letter) {
        if (versions.isEnded(letter.tenant())) {
            log.info("Mail {} is of a tenant that ended and is not sent", letter.id());
            end(letter, Dispatch.State.GIVEN_UP);
            return;
        }
        var tenant = tenants.find(letter.tenant()).map(Brand::tenant).orElseThrow(NotServed::new);
        var sealed = letters.find(letter.tenant(), letter.id());
        if (sealed.isEmpty()) {
            log.warn("Mail {} has no words any more and ends here", letter.id());
            end(letter, Dispatch.State.GIVEN_UP);
            return;
        }
        var message = secrets.unseal(letter.tenant(), Outbox.context(letter.id()), sealed.get());
        tenant.mail()
                .server()
                .ifPresentOrElse(
                        own -> ownServer.send(tenant, own, message, letter.isAsked()),
                        () -> sendByThePlatform(letter, message));
        end(letter, Dispatch.State.SENT);
    }

    /** How often it failed so far, whoever had it tried. */
    int tries(MailWorker.Letter letter) {
        return dispatches.find(letter.id()).map(Dispatch::tries).orElse(0);
    }

    void failed(MailWorker.Letter letter, Optional<Throwable> cause, Instant next) {
        dispatches.failed(letter.id(), cause.map(MailFault::of).orElse(MailFault.OTHER), next);
    }

    /** Its tenant is not served, which counts towards nothing: an ending tenant takes it along. */
    void waits(MailWorker.Letter letter, Instant next) {
        dispatches.waits(letter.id(), MailFault.NOT_SERVED, next);
    }

    /** It was not tried, which neither counts nor changes why it did not go before. */
    void queues(MailWorker.Letter letter, Instant next) {
        dispatches.triesAt(letter.id(), next);
    }

    void giveUp(MailWorker.Letter letter) {
        log.error("Mail {} is given up", letter.id());
        end(letter, Dispatch.State.GIVEN_UP);
    }

    private void end(MailWorker.Letter letter, Dispatch.State state) {
        database.run(
                letter.tenant(),
                () -> {
                    letters.delete(letter.tenant(), letter.id());
                    dispatches.ended(letter.id(), state, clock.instant());
                });
    }

    private void sendByThePlatform(MailWorker.Letter letter, byte[] message) {
        var sender = server.getIfAvailable();
        if (sender == null) {
            folder.keep(letter.id(), message);
        } else {
            sender.send(sender.createMimeMessage(new ByteArrayInputStream(message)));
        }
    }
}
