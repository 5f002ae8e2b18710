package za.co.spikedata.statements;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Item;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Fields;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.KeysUnavailable;
import za.co.spikedata.vault.StoreUnavailable;
import za.co.spikedata.vault.Unsealable;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;

/** Documents as things to delete, with the hash that was committed to when they were uploaded. */
@Component
class KeptItems {
    /** Where documents of before have it, under their own key. */
    private static final String FORMER_HASH = "sha256";

    /** So that many batches of what expires do not each wait for the same outage. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final Vault vault;
    private final SealedHashes hashes;
    private final Clock clock;
    private final Map<TenantId, Instant> away = new ConcurrentHashMap<>();

    KeptItems(Vault vault, SealedHashes hashes, Clock clock) {
        this.vault = vault;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * All of them with one look into the vault.
     *
     * @param keys which keys of each go
     */
    List<Item> of(
            TenantId tenant, List<Document> documents, Function<Document, List<VaultId>> keys) {
        return items(tenant, documents, keys, fields(tenant, documents));
    }

    /** The same of what is to go now: while the store is away, without hashes that need it. */
    List<Item> leaving(
            TenantId tenant, List<Document> documents, Function<Document, List<VaultId>> keys) {
        try {
            var items = of(tenant, documents, keys);
            away.remove(tenant);
            return items;
        } catch (StoreUnavailable outage) {
            away.put(tenant, clock.instant().plus(ASKED_AGAIN));
            return items(tenant, documents, keys, Map.of());
        }
    }

    /** The same of what nobody waits for: while the store is away, it is not asked each time. */
    List<Item> expiring(
            TenantId tenant, List<Document> documents, Function<Document, List<VaultId>> keys) {
        return clock.instant().isAfter(away.getOrDefault(tenant, Instant.MIN))
                ? leaving(tenant, documents, keys)
                : items(tenant, documents, keys, Map.of());
    }

    /**
     * What opens the hashes of documents of before; one that does not open must not keep the
     * others; the trail is told of it.
     */
    private Map<VaultId, Fields> fields(TenantId tenant, List<Document> documents) {
        var keys =
                documents.stream()
                        .filter(document -> document.formerHash().isPresent())
                        .map(Document::vault)
                        .toList();
        try {
            return vault.fields(tenant, keys);
        } catch (Unsealable | KeyRefused broken) {
            var found = new HashMap<VaultId, Fields>();
            keys.forEach(key -> fields(tenant, key).ifPresent(known -> found.put(key, known)));
            return found;
        }
    }

    private Optional<Fields> fields(TenantId tenant, VaultId key) {
        try {
            return vault.fields(tenant, key);
        } catch (Unsealable | KeyRefused broken) {
            return Optional.empty();
        }
    }

    private List<Item> items(
            TenantId tenant,
            List<Document> documents,
            Function<Document, List<VaultId>> keys,
            Map<VaultId, Fields> fields) {
        return documents.stream()
                .map(document ->
                        new Item(
                                document.id().value(),
                                document.person().value(),
                                keys.apply(document),
                                hash(tenant, document, fields)))
                .toList();
    }

    /**
     * Empty where it does not open, or not now: what is to go does not wait for the key service.
     */
    private String hash(TenantId tenant, Document document, Map<VaultId, Fields> fields) {
        try {
            return document.sealedHash()
                    .map(sealed -> hashes.unseal(tenant, document.vault(), sealed))
                    .or(() -> formerHash(document, fields))
                    .orElse("");
        } catch (Unsealable | KeyRefused | KeysUnavailable closed) {
            return "";
        }
    }

    private static Optional<String> formerHash(Document document, Map<VaultId, Fields> fields) {
        return document.formerHash()
                .flatMap(sealed ->
                        Optional.ofNullable(fields.get(document.vault()))
                                .map(known -> known.unseal(FORMER_HASH, sealed)))
                .map(hash -> new String(hash, StandardCharsets.US_ASCII));
    }
}
