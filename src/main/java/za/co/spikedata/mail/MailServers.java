package za.co.spikedata.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tally.Tally;
import za.co.spikedata.tenancy.Tenant.MailServer;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** How tenants' own mail servers are signed in to, and how sending goes. */
@Component
public class MailServers {
    private final ServerPasswordTable passwords;
    private final DispatchLog log;
    private final TenantSecrets secrets;
    private final Clock clock;

    MailServers(
            ServerPasswordTable passwords, DispatchLog log, TenantSecrets secrets, Clock clock) {
        this.passwords = passwords;
        this.log = log;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * How a tenant's mail goes.
     *
     * @param troubled how many mails fail yet, or were given up lately
     * @param fault why the newest of those that fail does
     */
    public record Going(long troubled, Optional<MailFault> fault) {}

    public Going going(TenantId tenant) {
        var failing = new Dispatch.Asked(Optional.of(tenant), Optional.of(Dispatch.Show.FAILING));
        return new Going(
                log.troubled(tenant, clock.instant().minus(Tally.WINDOW)),
                log.newest(failing, 0, 1).stream().findFirst().flatMap(Dispatch::fault));
    }

    /** Since when this very server and user have a password. */
    public Optional<Instant> passwordSince(TenantId tenant, MailServer server) {
        return passwords.since(tenant, server);
    }

    public void setPassword(TenantId tenant, MailServer server, String password) {
        var sealed = secrets.seal(tenant, context(server), password);
        passwords.put(tenant, server, sealed, clock.instant());
    }

    /** False when there is none. */
    public boolean removePassword(TenantId tenant, MailServer server) {
        return passwords.delete(tenant, server);
    }

    String password(TenantId tenant, MailServer server) {
        var sealed = passwords.sealed(tenant, server).orElseThrow(NoServerPassword::new);
        return secrets.unsealText(tenant, context(server), sealed);
    }

    /** No host has a slash. */
    private static String context(MailServer server) {
        return "mail_server_password/" + server.host() + "/" + server.user();
    }
}
