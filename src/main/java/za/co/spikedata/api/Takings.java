package za.co.spikedata.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.statements.ProgramDocuments;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
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

    /**
     * What the store is asked for is done between two transactions, so that none waits for it.
     *
     * @throws IOException never, as the file is here whole
     */
    Taken take(Client client, Optional<String> key, SentFile file) throws IOException {
        var tenant = client.tenant();
        var hash = secrets.fingerprint("files of " + tenant.value(), file.bytes());
        var retry =
                key.map(name ->
                        secrets.fingerprint(
                                "retries of " + client.lineage(),
                                name.getBytes(StandardCharsets.UTF_8)));
        var before = retry.flatMap(name -> database.call(tenant, () -> before(tenant, name, hash)));
        if (before.isPresent()) {
            return before.get();
        }
        var waiting = documents.prepare(tenant, client.credential(), file.name(), file.bytes());
        var meanwhile = new AtomicReference<@Nullable Taken>();
        documents.take(
                waiting,
                () -> {
                    meanwhile.set(retry.flatMap(name -> before(tenant, name, hash)).orElse(null));
                    return meanwhile.get() == null;
                },
                () ->
                        table.insert(
                                tenant,
                                new TakingTable.Taking(waiting.id(), client.credential(), hash),
                                retry,
                                clock.instant()));
        var another = meanwhile.get();
        return another == null ? new Taken.Document(waiting.id(), false) : another;
    }

    /** What was taken under this name, or is at this moment; in the open transaction. */
    private Optional<Taken> before(TenantId tenant, byte[] retry, byte[] hash) {
        if (!table.isMine(tenant, retry)) {
            return Optional.of(new Taken.UnderWay());
        }
        table.forget(tenant, retry, clock.instant().minus(KNOWN));
        return table.find(tenant, retry).map(taking -> again(taking, hash));
    }

    private static Taken again(TakingTable.Taking before, byte[] hash) {
        return MessageDigest.isEqual(before.fileHash(), hash)
                ? new Taken.Document(before.document(), true)
                : new Taken.OfAnother();
    }
}
