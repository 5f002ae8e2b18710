package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantId;

/**
 * Seals what a tenant's tables hold of people and secrets, outside of documents. What is sealed in
 * one context, such as the table and row it stands in, opens in no other.
 */
@Component
public class TenantSecrets {
    private static final String USE = "secrets";

    private final KeyRing keys;
    private final BrokenSeals seals;

    TenantSecrets(KeyRing keys, BrokenSeals seals) {
        this.keys = keys;
        this.seals = seals;
    }

    /** For a migration: works on its connection alone, in its transaction. */
    public static TenantSecrets within(Connection migration, KeyService service, Clock clock) {
        var noTrail = new StaticListableBeanFactory().getBeanProvider(Audit.class);
        return new TenantSecrets(ring(migration, service, clock), new BrokenSeals(noTrail));
    }

    static KeyRing ring(Connection migration, KeyService service, Clock clock) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(migration, true));
        var table = new TenantKeyTable(jdbc, TransactionOperations.withoutTransaction());
        return new KeyRing(service, table, clock);
    }

    public byte[] seal(TenantId tenant, String context, byte[] content) {
        return keys.sealed(tenant, USE, bytes(context), content);
    }

    public byte[] seal(TenantId tenant, String context, String text) {
        return seal(tenant, context, bytes(text));
    }

    /**
     * @throws Unsealable when it was changed or comes from another place
     */
    public byte[] unseal(TenantId tenant, String context, byte[] sealed) {
        return seals.opened(
                tenant, context, () -> keys.unsealed(tenant, USE, bytes(context), sealed));
    }

    public String unsealText(TenantId tenant, String context, byte[] sealed) {
        return new String(unseal(tenant, context, sealed), StandardCharsets.UTF_8);
    }

    /**
     * A hash to find a row by, which only this installation can work out: a copy of the database
     * does not help to guess what was hashed.
     */
    public byte[] fingerprint(TenantId tenant, String context, String content) {
        return Sealing.hash(
                keys.search(tenant), bytes(context.length() + ":" + context), bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
