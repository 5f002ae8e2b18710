package za.co.spikedata.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.vault.PlatformSecrets;

/** Takes files in once for each name that a program gives its request, however often it asks. */
@Component
class Takings {
    /** How long a request is known by its name. */
    static final Duration KNOWN = Duration.ofHours(24);

    private final ProgramDocuments documents;
    private final TakingTable table;
    private final PlatformSecrets secrets;
    private final TenantDatabase database;
    private final Clock clock;

    Takings(
            ProgramDocuments documents,
            TakingTable table,
            PlatformSecrets secrets,
            TenantDatabase database,
            Clock clock) {
        this.documents = documents;
        this.table = table;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Taken {
        /**
         * @param again whether it was taken in before
         */
        record Document(UUID id, boolean again) implements Taken {}

        /** The name was another request's. */
        record OfAnother() implements Taken {}

        /** A request of this name is being taken in at this moment. */
        record UnderWay() implements Taken {}
    }

    Taken take(Client client, Optional<String> key, SentFile file) {
        var hash = secrets.fingerprint("files of " + client.tenant().value(), file.bytes());
        if (key.isEmpty()) {
            return database.call(
                    client.tenant(), () -> taken(client, Optional.empty(), hash, file));
        }
        var retry =
                secrets.fingerprint(
                        "retries of " + client.credential(),
                        key.get().getBytes(StandardCharsets.UTF_8));
        return database.call(
                client.tenant(),
                () -> {
                    if (!table.isMine(client.tenant(), retry)) {
                        return new Taken.UnderWay();
                    }
                    table.forget(client.tenant(), retry, clock.instant().minus(KNOWN));
                    return table.find(client.tenant(), retry)
                            .map(before -> again(before, hash))
                            .orElseGet(() -> taken(client, Optional.of(retry), hash, file));
                });
    }

    private static Taken again(TakingTable.Taking before, byte[] hash) {
        return MessageDigest.isEqual(before.fileHash(), hash)
                ? new Taken.Document(before.document(), true)
                : new Taken.OfAnother();
    }

    private Taken taken(Client client, Optional<byte[]> retry, byte[] hash, SentFile file) {
        var id = documents.take(client.tenant(), client.credential(), file.name(), file.bytes());
        table.insert(
                client.tenant(),
                new TakingTable.Taking(id, client.credential(), hash),
                retry,
                clock.instant());
        return new Taken.Document(id, false);
    }
}
