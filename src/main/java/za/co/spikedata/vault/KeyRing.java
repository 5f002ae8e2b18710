package za.co.spikedata.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantKeyTable.Purpose;
import za.co.spikedata.vault.TenantKeyTable.Row;

/**
 * Wraps and unwraps: the key service wraps tenants' keys, a tenant's key its documents'. What a
 * tenant's key made begins with that key's generation.
 */
@Component
class KeyRing {
    /** How long a node may go on wrapping with the generation before the last. */
    static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    private static final int FIRST = 1;

    private final KeyService service;
    private final TenantKeyTable table;
    private final Clock clock;
    private final Map<Name, byte[]> keys = new ConcurrentHashMap<>();
    private final Map<TenantId, Last> last = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    KeyRing(KeyService service, TenantKeyTable table, Clock clock) {
        this.service = service;
        this.table = table;
        this.clock = clock;
    }

    private record Name(TenantId tenant, Purpose purpose, int generation) {
        String context() {
            return switch (purpose) {
                case SEAL -> "tenant\n" + tenant;
                case SEARCH -> "search\n" + tenant;
            };
        }
    }

    private record Last(int generation, Instant asked) {}

    DocumentKey create(TenantId tenant, VaultId id) {
        return new DocumentKey(randomBytes(DocumentKey.BYTES), tenant, id);
    }

    byte[] wrap(TenantId tenant, VaultId id, DocumentKey key) {
        return sealed(tenant, "", context(tenant, id), key.bytes());
    }

    DocumentKey unwrap(TenantId tenant, VaultId id, byte[] wrapped) {
        return new DocumentKey(unsealed(tenant, "", context(tenant, id), wrapped), tenant, id);
    }

    /**
     * Seals with the tenant's last key.
     *
     * @param use of the key: a key of its own is derived for it; empty: the key itself
     */
    byte[] sealed(TenantId tenant, String use, byte[] context, byte[] content) {
        int generation = generation(tenant);
        var sealed = Sealing.seal(key(tenant, generation, use), context, content);
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(generation)
                .put(sealed)
                .array();
    }

    byte[] unsealed(TenantId tenant, String use, byte[] context, byte[] sealed) {
        int generation = generationOf(sealed);
        var content = Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length);
        return Sealing.unseal(key(tenant, generation, use), context, content);
    }

    /** The generation of the key that sealed something. */
    static int generationOf(byte[] sealed) {
        if (sealed.length < Integer.BYTES) {
            throw new Unsealable(new IllegalArgumentException("Expected a generation"));
        }
        return ByteBuffer.wrap(sealed).getInt();
    }

    /** The key of hashes that rows are found by; it outlives the generations of the other. */
    byte[] search(TenantId tenant) {
        var name = new Name(tenant, Purpose.SEARCH, FIRST);
        var known = keys.get(name);
        return known == null ? made(name) : known;
    }

    /** Keeps the hashes of a tenant that was there before this key had a row of its own. */
    void adopt(TenantId tenant) {
        var name = new Name(tenant, Purpose.SEARCH, FIRST);
        var key = key(tenant, FIRST, "fingerprints");
        table.insertOrFind(tenant, Purpose.SEARCH, wrapped(name, key));
    }

    /**
     * Wraps the tenant's keys with the key service's current key.
     *
     * @return how many were wrapped by another
     */
    int rewrap(TenantId tenant) {
        int count = 0;
        for (var held : table.all(tenant)) {
            if (!held.row().by().equals(service.current())) {
                var name = new Name(tenant, held.purpose(), held.row().generation());
                table.rewrap(tenant, held.purpose(), wrapped(name, remembered(name, held.row())));
                count++;
            }
        }
        return count;
    }

    /** Begins the next generation, with which everything is sealed from now on. */
    int advance(TenantId tenant) {
        last.remove(tenant);
        int next = generation(tenant) + 1;
        made(new Name(tenant, Purpose.SEAL, next));
        last.put(tenant, new Last(next, clock.instant()));
        return next;
    }

    int lastGeneration(TenantId tenant) {
        last.remove(tenant);
        return generation(tenant);
    }

    /**
     * Destroys the generations before the last, if that is old enough for every node to use it.
     *
     * @return how many
     */
    int retire(TenantId tenant, Duration grace) {
        int current = lastGeneration(tenant);
        var held =
                table.all(tenant).stream().filter(each -> each.purpose() == Purpose.SEAL).toList();
        boolean isSettled =
                held.stream()
                        .filter(each -> each.row().generation() == current)
                        .allMatch(each -> each.made().plus(grace).isBefore(clock.instant()));
        if (!isSettled) {
            return 0;
        }
        int count = 0;
        for (var each : held) {
            int generation = each.row().generation();
            if (generation < current) {
                table.delete(tenant, Purpose.SEAL, generation);
                keys.remove(new Name(tenant, Purpose.SEAL, generation));
                count++;
            }
        }
        return count;
    }

    /** Destroys all keys of a tenant for ever, in the caller's transaction. */
    void end(TenantId tenant) {
        table.end(tenant);
    }

    boolean isEnded(TenantId tenant) {
        return table.isEnded(tenant);
    }

    /** Unwraps what keys a tenant has; makes none. */
    void warm(TenantId tenant) {
        for (var held : table.all(tenant)) {
            var name = new Name(tenant, held.purpose(), held.row().generation());
            if (!keys.containsKey(name)) {
                remembered(name, held.row());
            }
            if (held.purpose() == Purpose.SEAL) {
                var found = new Last(name.generation(), clock.instant());
                last.merge(tenant, found, KeyRing::later);
            }
        }
    }

    private static Last later(Last known, Last found) {
        return known.generation() > found.generation() ? known : found;
    }

    /** Keeps in memory the keys of these alone. */
    void keepOnly(Set<TenantId> tenants) {
        keys.keySet().removeIf(name -> !tenants.contains(name.tenant()));
        last.keySet().removeIf(tenant -> !tenants.contains(tenant));
    }

    byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] key(TenantId tenant, int generation, String use) {
        var key = key(new Name(tenant, Purpose.SEAL, generation));
        return use.isEmpty() ? key : Sealing.derived(key, use);
    }

    /** The last generation, which is made when there is none. */
    private int generation(TenantId tenant) {
        var known = last.get(tenant);
        var now = clock.instant();
        if (known != null && known.asked().plus(NOTICED_WITHIN).isAfter(now)) {
            return known.generation();
        }
        var found = table.last(tenant, Purpose.SEAL).map(Row::generation);
        int generation =
                found.orElseGet(() -> {
                    made(new Name(tenant, Purpose.SEAL, FIRST));
                    return FIRST;
                });
        last.put(tenant, new Last(generation, now));
        return generation;
    }

    private byte[] key(Name name) {
        var known = keys.get(name);
        if (known != null) {
            return known;
        }
        var row = table.find(name.tenant(), name.purpose(), name.generation());
        return remembered(name, row.orElseThrow(() -> gone(name)));
    }

    /** Only a committed key is remembered: one that is rolled back must not wrap anything. */
    private byte[] made(Name name) {
        var row =
                table.find(name.tenant(), name.purpose(), name.generation())
                        .orElseGet(() ->
                                table.insertOrFind(
                                        name.tenant(),
                                        name.purpose(),
                                        wrapped(name, randomBytes(DocumentKey.BYTES))));
        return remembered(name, row);
    }

    private Row wrapped(Name name, byte[] key) {
        var wrapped = service.wrap(key, name.context());
        return new Row(name.generation(), wrapped, service.current());
    }

    private byte[] remembered(Name name, Row row) {
        var key = service.unwrap(row.by(), row.wrapped(), name.context());
        keys.put(name, key);
        return key;
    }

    private static KeyRefused gone(Name name) {
        return new KeyRefused(
                "Expected key " + name.generation() + " of tenant " + name.tenant(), null, true);
    }

    private static byte[] context(TenantId tenant, VaultId id) {
        return ("document\n" + tenant + "/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
