package za.co.spikedata.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Seals the platform's own small secrets, which belong to no tenant. */
@Component
public class PlatformSecrets {
    private final PlatformKeys keys;

    PlatformSecrets(PlatformKeys keys) {
        this.keys = keys;
    }

    /** For a migration: works on its connection alone, in its transaction. */
    public static PlatformSecrets within(Connection migration, KeyService service) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(migration, true));
        return new PlatformSecrets(new PlatformKeys(jdbc, service));
    }

    public byte[] seal(String context, byte[] content) {
        return Sealing.seal(key(), context.getBytes(StandardCharsets.UTF_8), content);
    }

    /**
     * @throws Unsealable when it was changed or comes from another place
     */
    public byte[] unseal(String context, byte[] sealed) {
        return Sealing.unseal(key(), context.getBytes(StandardCharsets.UTF_8), sealed);
    }

    /** A keyed hash: equal contents are found by it, and nothing is learnt from it. */
    public byte[] fingerprint(String context, byte[] content) {
        return Sealing.hash(keys.derive("fingerprints of " + context), content);
    }

    private byte[] key() {
        return keys.derive("platform secrets");
    }
}
